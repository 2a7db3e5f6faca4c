"""The advisor's changes to the plan of a week, and what speaks against it then."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time

from advisor_app.domain.codes import Place
from advisor_app.domain.moments import moment_at
from advisor_app.domain.preferred_time import suits
from advisor_app.domain.suggestions.forms import PLACES
from advisor_app.domain.suggestions.making import length_of
from advisor_app.domain.suggestions.playbook import CountsAs
from advisor_app.domain.suggestions.suggestion import Suggestion
from advisor_app.domain.week_proposal import (
    LeftOut,
    NoAppointmentForm,
    NotInTheWeek,
    PlannedMeeting,
    WeekEdit,
    WeekProposal,
    WhyLeft,
    WhyThen,
)
from advisor_app.playbooks.suggestions import playbooks
from advisor_app.services.slots import liked_times
from advisor_app.storage.parties import town_of
from advisor_app.storage.store import Transaction

_VISITS = frozenset({Place.HOME, Place.WORKPLACE})
_MET = frozenset({CountsAs.FACE, CountsAs.REMOTE})
# Until somebody who was left out is given a time.
_NOON = time(12)


def edited_week(transaction: Transaction, proposal: WeekProposal, edit: WeekEdit) -> WeekProposal:
    """The proposal with the changes made; NotInTheWeek or NoAppointmentForm."""
    known = _known(transaction, proposal, edit)
    times = {ref: moment_at(wall, proposal.zone) for ref, wall in edit.at}
    for ref, start in times.items():
        known[ref] = replace(known[ref], start=start)
    stays = [one.suggestion.ref for one in proposal.meetings]
    placed = dict.fromkeys(ref for ref in (*stays, *times) if ref not in edit.without)
    meetings = _reasoned(transaction, (known[ref] for ref in placed), {*times, *dict(edit.forms)})
    left = (
        LeftOut(known[one.suggestion.ref].suggestion, one.why)
        for one in proposal.left
        if one.suggestion.ref not in placed
    )
    out = (LeftOut(known[ref].suggestion, WhyLeft.TAKEN_OUT) for ref in stays if ref not in placed)
    return replace(
        proposal,
        meetings=tuple(sorted(meetings, key=lambda one: one.start.utc)),
        left=(*out, *left),
    )


def in_form(transaction: Transaction, planned: PlannedMeeting, ritual: str) -> PlannedMeeting:
    """The meeting in another form, with its place and length; NoAppointmentForm."""
    books = playbooks()
    known = books.rituals.get(ritual)
    if known is None or known.counts_as not in _MET:
        raise NoAppointmentForm(ritual)
    place = PLACES[ritual]
    minutes = length_of(known, books.projects[planned.suggestion.subject])
    suggestion = replace(planned.suggestion, ritual=ritual, place=place, minutes=minutes)
    town = town_of(transaction, suggestion.client) if place in _VISITS else None
    return replace(planned, suggestion=suggestion, place=place, minutes=minutes, town=town)


def _known(
    transaction: Transaction, proposal: WeekProposal, edit: WeekEdit
) -> dict[str, PlannedMeeting]:
    """Everybody whom the proposal weighs, in the forms that the edit gives; NotInTheWeek."""
    known = {one.suggestion.ref: one for one in proposal.meetings}
    for one in proposal.left:
        known[one.suggestion.ref] = _unplaced(transaction, one.suggestion, proposal)
    for ref in (*edit.without, *dict(edit.at), *dict(edit.forms)):
        if ref not in known:
            raise NotInTheWeek(ref)
    for ref, ritual in edit.forms:
        known[ref] = in_form(transaction, known[ref], ritual)
    return known


def _unplaced(
    transaction: Transaction, suggestion: Suggestion, proposal: WeekProposal
) -> PlannedMeeting:
    start = moment_at(datetime.combine(proposal.monday, _NOON), proposal.zone)
    place = suggestion.place or Place.BRANCH
    town = town_of(transaction, suggestion.client) if place in _VISITS else None
    return PlannedMeeting(suggestion, start, place, suggestion.minutes, WhyThen.FITS, town)


def _reasoned(
    transaction: Transaction, meetings: Iterable[PlannedMeeting], changed: set[str]
) -> list[PlannedMeeting]:
    """The meetings, each with what speaks for its time now; a plan's own reasons stay."""
    every = list(meetings)
    ways = Counter((one.start.day, one.town) for one in every)
    return [
        replace(one, why=_why(transaction, one, ways[one.start.day, one.town], changed))
        for one in every
    ]


def _why(
    transaction: Transaction, one: PlannedMeeting, same_way: int, changed: set[str]
) -> WhyThen:
    if one.town is not None and same_way > 1:
        return WhyThen.ON_THE_WAY
    if one.suggestion.ref not in changed and one.why is not WhyThen.ON_THE_WAY:
        return one.why
    liked = liked_times(transaction, [one.suggestion.client])
    return WhyThen.PREFERRED if liked and suits(liked, one.start) else WhyThen.FITS
