"""The tables of the briefing sheet: steps, documents, follow-ups, families, outcomes."""

from collections.abc import Mapping
from functools import cache

from advisor_app.domain.local_text import LocalText
from advisor_app.domain.sheet_tables import FollowUpTask, HandoverField, Outcome, RequiredDocument
from advisor_app.playbooks.tables import local_text, read_csv, read_toml

# The document that says that there is nothing to bring.
NOTHING_TO_BRING = "nothing"


@cache
def agenda_items() -> Mapping[str, LocalText]:
    """The steps of a meeting, by code."""
    return {row["id"]: local_text(row) for row in read_csv("agenda_items.csv")}


@cache
def documents() -> Mapping[str, RequiredDocument]:
    """What a client may be asked to bring, by code."""
    return {
        row["id"]: RequiredDocument(row["id"], local_text(row), row["if_any"] == "yes")
        for row in read_csv("documents.csv")
    }


@cache
def follow_ups() -> Mapping[str, FollowUpTask]:
    """What is owed after a meeting, by code."""
    return {
        row["id"]: FollowUpTask(row["id"], local_text(row), int(row["delay_hours"]))
        for row in read_csv("follow_ups.csv")
    }


@cache
def product_families() -> Mapping[str, LocalText]:
    """What a client may hold, by code."""
    return {row["id"]: local_text(row) for row in read_csv("product_families.csv")}


@cache
def outcomes() -> Mapping[str, Outcome]:
    """What a meeting about each life project should leave behind, by the project's code."""
    return {
        row["code"]: Outcome(local_text(row["least"]), local_text(row["best"]))
        for row in read_toml("outcomes.toml")["outcome"]
    }


@cache
def handover_fields() -> tuple[HandoverField, ...]:
    """The fields of a handover sheet, in their order."""
    rows = sorted(read_csv("handover_sheet_fields.csv"), key=lambda row: int(row["order"]))
    return tuple(HandoverField(row["id"], local_text(row), int(row["max_chars"])) for row in rows)
