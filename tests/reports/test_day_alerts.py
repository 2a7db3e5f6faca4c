"""What the cover of a day pack warns of."""

from dataclasses import replace
from datetime import date

import pytest
from paper.store import Bank, fill

from advisor_app.bootstrap import Services
from advisor_app.domain.briefing import KnownFact
from advisor_app.domain.codes import Kind, Language, Place
from advisor_app.domain.day_briefing import DayBriefing
from advisor_app.i18n import speaking
from advisor_app.reports.day_alerts import day_alerts
from advisor_app.storage.store import Store

DAY = date(2026, 4, 23)


@pytest.fixture
def bank(store: Store) -> Bank:
    return fill(store)


@pytest.fixture
def day(services: Services, bank: Bank) -> DayBriefing:
    assert bank.keys
    return services.sheets.for_day("A1", DAY)


def alerts(day: DayBriefing) -> tuple[str, ...]:
    with speaking(Language.EN):
        return day_alerts(day)


def only(day: DayBriefing, number: int, **changed: object) -> DayBriefing:
    return replace(day, meetings=(replace(day.meetings[number], **changed),))  # type: ignore[arg-type] # fields by name


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (date(2026, 4, 22), "promised and not done yet"),
        (DAY, "promised for today"),
        (date(2026, 4, 24), None),
        (None, None),
    ],
)
def test_a_promise_is_told_from_its_day_on(
    day: DayBriefing, due: date | None, words: str | None
) -> None:
    promise = replace(day.meetings[0].promises[0], due=due)
    told = [one for one in alerts(only(day, 0, promises=(promise,))) if "promised" in one]
    assert len(told) == (words is not None)
    assert all(words in one for one in told if words)


def test_what_a_colleagues_meeting_lacks_is_the_colleagues_to_settle(day: DayBriefing) -> None:
    visit = day.meetings[0].visit
    assert visit is not None
    joined = only(day, 0, visit=replace(visit, host="Jean-Marc Thibault"))
    assert alerts(only(day, 0))
    assert alerts(joined) == ()


def test_who_comes_first_is_old_or_protected_is_greeted_at_the_branch(day: DayBriefing) -> None:
    assert day.meetings[0].visit is not None
    assert day.meetings[1].visit is not None
    greeting = "To greet at the door: "
    assert f"{greeting}Camille and Julien Fournier" in alerts(day)
    old = replace(day.meetings[1].visit, place=Place.BRANCH)
    assert f"{greeting}Marguerite Delaunay" in alerts(only(day, 1, visit=old))
    young = replace(day.meetings[1].clients[0], birth_date=date(1980, 1, 1))
    assert not any(greeting in one for one in alerts(only(day, 1, visit=old, clients=(young,))))
    fact = KnownFact(young.key, "protection_measure", "tutelle", None)
    told = alerts(only(day, 1, visit=old, clients=(young,), facts=(fact,)))
    assert f"{greeting}Marguerite Delaunay" in told


@pytest.mark.parametrize(
    ("birth", "words"),
    [
        (date(1970, 4, 23), "Marguerite Delaunay: birthday today"),
        (date(1970, 4, 30), "Marguerite Delaunay: birthday on 30 April"),
        (date(1970, 5, 1), None),
        (date(1970, 4, 22), None),
    ],
)
def test_a_birthday_within_a_week_is_told(day: DayBriefing, birth: date, words: str | None) -> None:
    client = replace(day.meetings[1].clients[0], birth_date=birth)
    told = [one for one in alerts(only(day, 1, clients=(client,))) if "birthday" in one]
    assert told == ([words] if words else [])
    company = replace(client, kind=Kind.COMPANY)
    assert not any("birthday" in one for one in alerts(only(day, 1, clients=(company,))))


def test_documents_that_are_not_on_file_are_counted(day: DayBriefing) -> None:
    told = [one for one in alerts(only(day, 0)) if "on file" in one]
    assert len(told) == 1
    assert told[0].startswith("Camille and Julien Fournier: ")
