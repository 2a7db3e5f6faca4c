"""The catalogue of life projects and occasions, from `projects.toml`."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from advisor_app.domain.codes import Kind
from advisor_app.domain.life_projects import AgendaStep, LifeProject, Tone
from advisor_app.domain.local_text import LocalText
from advisor_app.playbooks.tables import local_text, read_toml


@cache
def life_projects() -> Mapping[str, LifeProject]:
    """The 24 projects, then the 2 occasions, by code, in the catalogue's order."""
    projects = sorted(map(_project, read_toml("projects.toml")["project"]), key=lambda p: p.order)
    return {one.code: one for one in projects}


@cache
def projects_of(kinds: frozenset[Kind]) -> Mapping[str, LifeProject]:
    """The catalogue for these clients: where only companies are met, their review is their own."""
    if kinds != {Kind.COMPANY}:
        return life_projects()
    rows = {row["code"]: row for row in read_toml("projects.toml")["project"]}
    own = {row["code"]: row for row in read_toml("company_meetings.toml")["project"]}
    reviews = {code: _project(rows[code] | row) for code, row in own.items()}
    return {**life_projects(), **reviews}


def _project(row: dict[str, Any]) -> LifeProject:
    earliest, latest = row["lead_days"]
    return LifeProject(
        code=row["code"],
        order=row["order"],
        occasion=row.get("occasion", False),
        tone=Tone(row["tone"]),
        segments=tuple(row["segments"]),
        restraint_days=row["restraint_days"],
        lead_days=(earliest, latest),
        ritual=row["ritual"],
        ritual_alternatives=tuple(row["ritual_alternatives"]),
        first_gesture=row.get("first_gesture"),
        gesture_when_done=row.get("gesture_when_done"),
        duration_min=row["duration_min"],
        prep_min=row["prep_min"],
        present=tuple(row["present"]),
        agenda=tuple(map(_step, row["agenda"])),
        documents=tuple(row["documents"]),
        products=tuple(row["products"]),
        figures=tuple(row["figures"]),
        follow_up=tuple(row["follow_up"]),
        only_if_said=row.get("only_if_said", False),
        no_call=row.get("no_call", False),
        contract_date=row.get("contract_date", False),
        label=local_text(row["label"]),
        short=local_text(row["short"]),
        summary=local_text(row["summary"]),
        questions=_texts(row["questions"]),
        sensitive=_texts(row["sensitive"]),
    )


def _step(text: str) -> AgendaStep:
    item, minutes = text.split(":")
    return AgendaStep(item, int(minutes))


def _texts(lists: Mapping[str, list[str]]) -> tuple[LocalText, ...]:
    """Turn four parallel lists into as many texts; the schema's test holds them equally long."""
    codes = ("fr", "en", "nl", "de")
    return tuple(LocalText(*four) for four in zip(*(lists[code] for code in codes), strict=True))
