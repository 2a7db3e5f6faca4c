"""The forms that a contact takes, the client events, and the birthdays that count."""

from collections.abc import Mapping
from functools import cache

from advisor_app.domain.suggestions.playbook import CountsAs, EventTheme, KeyBirthday, Ritual
from advisor_app.playbooks.tables import local_text, read_csv


@cache
def rituals() -> Mapping[str, Ritual]:
    """The twelve rituals by code."""
    return {row["id"]: _ritual(row) for row in read_csv("rituals.csv")}


@cache
def event_themes() -> tuple[EventTheme, ...]:
    """The client events, each tied to projects; some to none."""
    return tuple(_event(row) for row in read_csv("event_catalogue.csv"))


@cache
def key_birthdays() -> tuple[KeyBirthday, ...]:
    """The birthdays that open or close a right, the youngest first."""
    return tuple(_birthday(row) for row in read_csv("key_birthdays.csv"))


def _ritual(row: Mapping[str, str]) -> Ritual:
    return Ritual(
        code=row["id"],
        label=local_text(row),
        counts_as=CountsAs(row["counts_as"]),
        duration_min=int(row["duration_min"]),
        advisor_cost_min=int(row["advisor_cost_min"]),
        use=row["use"],
    )


def _event(row: Mapping[str, str]) -> EventTheme:
    projects = frozenset(row["projects"].split("|")) - {"none"}
    months = frozenset(int(month) for month in row["months"].split("|"))
    return EventTheme(row["id"], projects, local_text(row, "title_"), months)


def _birthday(row: Mapping[str, str]) -> KeyBirthday:
    country = None if row["country"] == "all" else row["country"]
    meaning = local_text(row, "meaning_")
    return KeyBirthday(int(row["age"]), country, meaning, row["project"])
