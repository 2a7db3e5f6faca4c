"""A briefing without the names, or the sums, that a sheet is not to show.

Structured names become initials before anything is worded, so that no sentence, title or bookmark
can hold one; in what somebody typed, names that are known and sums are covered. Advisors, branches,
addresses and phone numbers stay: without them nobody finds the door.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from advisor_app.domain.briefing import BriefedClient, Briefing, HouseholdMember, KnownFact
from advisor_app.domain.day_briefing import DayBriefing, NextDay
from advisor_app.domain.hidden_amounts import without_numbers
from advisor_app.domain.initials import initials, parts_of, without_names
from advisor_app.domain.known_facts import FactName
from advisor_app.domain.sheet_choices import SheetChoices

_Change = Callable[[str], str]
# Codes and days, that nobody reads as text.
_CODED = {FactName.DOCUMENT_ASKED, FactName.DOCUMENT_RECEIVED}
_NAMING = {FactName.ADDRESSED_AS, FactName.JOINT_HOLDER, FactName.REPRESENTATIVE}


def discreet(briefing: Briefing, choices: SheetChoices) -> Briefing:
    """What one sheet is worded from."""
    if not choices.hidden:
        return briefing
    return _discreet(briefing, choices, parts_of(_names_of(briefing)))


def discreet_day(day: DayBriefing, choices: SheetChoices) -> DayBriefing:
    """What a day pack is worded from: a name of anybody in it is covered everywhere in it."""
    if not choices.hidden:
        return day
    parts = parts_of(_names_of_day(day))
    change = _covering(choices, parts)
    return replace(
        day,
        meetings=tuple(_discreet(one, choices, parts) for one in day.meetings),
        tasks=tuple(
            replace(
                one,
                clients=_clients(one.clients, choices, change),
                what=_typed(one.what, change),
            )
            for one in day.tasks
        ),
        calls=tuple(
            replace(one, client=_client(one.client, choices, change), reason=change(one.reason))
            for one in day.calls
        ),
        next_day=_next_day(day.next_day, choices, change),
        members=(),
    )


def _discreet(briefing: Briefing, choices: SheetChoices, parts: frozenset[str]) -> Briefing:
    change = _covering(choices, parts)
    proposal = briefing.proposal
    return replace(
        briefing,
        clients=_clients(briefing.clients, choices, change),
        members=tuple(_member(one, choices) for one in briefing.members),
        proposal=replace(proposal, reason=change(proposal.reason)) if proposal else None,
        contacts=tuple(
            replace(one, subject=_typed(one.subject, change)) for one in briefing.contacts
        ),
        projects=tuple(replace(one, note=_typed(one.note, change)) for one in briefing.projects),
        promises=tuple(replace(one, what=change(one.what)) for one in briefing.promises),
        facts=tuple(_facts(briefing.facts, choices, change)),
        recollections=tuple(replace(one, text=change(one.text)) for one in briefing.recollections),
    )


def _covering(choices: SheetChoices, parts: frozenset[str]) -> _Change:
    """What is done to each text that somebody typed."""

    def change(text: str) -> str:
        if choices.initials:
            text = without_names(text, parts)
        return without_numbers(text) if choices.hide_amounts else text

    return change


def _typed(text: str | None, change: _Change) -> str | None:
    return text if text is None else change(text)


def _clients(
    clients: tuple[BriefedClient, ...], choices: SheetChoices, change: _Change
) -> tuple[BriefedClient, ...]:
    return tuple(_client(one, choices, change) for one in clients)


def _client(client: BriefedClient, choices: SheetChoices, change: _Change) -> BriefedClient:
    about = replace(
        client,
        occupation=_typed(client.occupation, change),
        preferred_time=_typed(client.preferred_time, change),
    )
    if not choices.initials:
        return about
    return replace(
        about, first_name=_initials(client.first_name), last_name=_initials(client.last_name)
    )


def _member(member: HouseholdMember, choices: SheetChoices) -> HouseholdMember:
    if not choices.initials:
        return member
    return replace(
        member, first_name=_initials(member.first_name), last_name=_initials(member.last_name)
    )


def _initials(name: str | None) -> str | None:
    return name and initials(name)


def _facts(
    facts: Iterable[KnownFact], choices: SheetChoices, change: _Change
) -> Iterator[KnownFact]:
    """How somebody wants to be called is a name of his own: with initials it is not told."""
    for fact in facts:
        if fact.name in _CODED:
            yield fact
        elif not (choices.initials and fact.name == FactName.ADDRESSED_AS):
            yield replace(fact, value=_typed(fact.value, change))


def _next_day(day: NextDay | None, choices: SheetChoices, change: _Change) -> NextDay | None:
    if day is None:
        return None
    visits = tuple((visit, _clients(clients, choices, change)) for visit, clients in day.visits)
    return NextDay(day.day, visits)


def _names_of(briefing: Briefing) -> Iterator[str | None]:
    yield from _both_names(briefing.clients)
    yield from _both_names(briefing.members)
    for fact in briefing.facts:
        if fact.name in _NAMING:
            yield fact.value


def _names_of_day(day: DayBriefing) -> Iterator[str | None]:
    for briefing in day.meetings:
        yield from _names_of(briefing)
    for task in day.tasks:
        yield from _both_names(task.clients)
    for call in day.calls:
        yield from _both_names((call.client,))
    for _visit, clients in day.next_day.visits if day.next_day else ():
        yield from _both_names(clients)
    yield from _both_names(day.members)


def _both_names(people: Iterable[BriefedClient | HouseholdMember]) -> Iterator[str | None]:
    for person in people:
        yield person.first_name
        yield person.last_name
