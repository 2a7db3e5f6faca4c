"""The days away and the rooms of `hours`: what may be told of them, and keeping it."""

import argparse
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from advisor_app.cli.options import day, one_or_more
from advisor_app.domain.booking_refusals import NoSuchRoom
from advisor_app.domain.working_plan import AbsenceDraft, NoSuchAbsence, RoomDraft
from advisor_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from advisor_app.bootstrap import Services
    from advisor_app.cli.parser import Parser
    from advisor_app.domain.outside import Outside
    from advisor_app.domain.working_plan import Room, WorkingPlan


class Days(NamedTuple):
    """From one day to another, both included."""

    first: date
    last: date


def add_away(parser: "Parser") -> None:
    """Describe the options about days away."""
    away = parser.add_mutually_exclusive_group()
    form = "FROM/UNTIL"
    words = _("you are away on these days, as in 2026-07-01/2026-07-14, or one day")
    away.add_argument("--away", type=days, metavar=form, help=words)
    words = _("the whole branch is closed on these days")
    away.add_argument("--closed", type=days, metavar=form, help=words)
    words = _("these very days are not closed any more")
    away.add_argument("--open-again", type=days, metavar=form, help=words)
    words = _("the colleague who stands in while you are away, by reference")
    parser.add_argument("--substitute", metavar="REF", help=words)
    parser.add_argument("--because", metavar="TEXT", default="", help=_("why, in a word"))


def add_rooms(parser: "Parser") -> None:
    """Describe the options about rooms."""
    room = parser.add_mutually_exclusive_group()
    room.add_argument("--add-room", metavar="NAME", help=_("a new room of the branch"))
    room.add_argument("--change-room", metavar="REF", help=_("a room that is not as it was"))
    room.add_argument("--remove-room", metavar="REF", help=_("a room that is no more"))
    parser.add_argument("--name", help=_("what the changed room is called"))
    parser.add_argument("--seats", type=one_or_more, help=_("how many sit in the room"))
    words = _("whether the room is reached without steps")
    parser.add_argument("--step-free", action=argparse.BooleanOptionalAction, help=words)


def days(text: str) -> Days:
    """Two days with a slash between them, or one."""
    first, _slash, last = text.partition("/")
    return Days(day(first), day(last or first))


def keep_away(services: "Services", arguments: argparse.Namespace) -> None:
    """Keep what is told of days away, and say what stands on them.

    Raises what is refused of an `AbsenceDraft`, or NoSuchAbsence.
    """
    from advisor_app.i18n.working_plan_words import absence_added

    plans = services.working_plans
    for told, of_branch in ((arguments.away, False), (arguments.closed, True)):
        if told is not None:
            draft = AbsenceDraft(
                told.first, told.last, arguments.because, of_branch, arguments.substitute
            )
            _key, standing = plans.add_absence(draft)
            print(absence_added(standing), file=sys.stderr)
    if arguments.open_again is not None:
        kept = (
            one.key
            for one in plans.plan().absences
            if Days(one.draft.from_day, one.draft.until_day) == arguments.open_again
        )
        found = next(kept, None)
        if found is None:
            raise NoSuchAbsence
        plans.remove_absence(found)


def keep_rooms(services: "Services", arguments: argparse.Namespace) -> None:
    """Keep what is told of rooms; what `RoomDraft` refuses, NoSuchRoom or RoomInUse."""
    plans = services.working_plans
    if arguments.add_room is not None:
        plans.add_room(_told(RoomDraft(arguments.add_room), arguments))
    if arguments.change_room is not None:
        before = _room(plans.plan(), arguments.change_room).draft
        plans.change_room(arguments.change_room, _told(before, arguments))
    if arguments.remove_room is not None:
        plans.remove_room(arguments.remove_room)


def outside_lines(outside: "Sequence[Outside]") -> "Iterator[str]":
    """Which booked meetings no longer fit, and why."""
    from advisor_app.i18n.outside_words import outside_count, outside_reason, outside_title

    if outside:
        yield outside_count(len(outside))
    for one in outside:
        yield f"{one.ref}  {outside_title(one)}  {outside_reason(one)}"


def outside_as_json(outside: "Sequence[Outside]") -> list[dict[str, str]]:
    """The same, as `docs/schemas/hours.json` describes it."""
    from advisor_app.i18n.outside_words import outside_reason

    return [
        {
            "appointment": one.ref,
            "advisor": one.advisor,
            "start": one.start.text,
            "end": one.end.text,
            "why": outside_reason(one),
        }
        for one in outside
    ]


def places_as_json(plan: "WorkingPlan") -> dict[str, Any]:
    """Days away and rooms, as `docs/schemas/hours.json` describes them."""
    return {
        "away": [
            {
                "from": one.draft.from_day.isoformat(),
                "until": one.draft.until_day.isoformat(),
                "reason": one.draft.reason or None,
                "whole_branch": one.draft.of_branch,
                "substitute": one.draft.substitute,
            }
            for one in plan.absences
        ],
        "rooms": [
            {
                "ref": one.ref,
                "name": one.draft.name,
                "seats": one.draft.seats,
                "step_free": one.draft.step_free,
            }
            for one in plan.rooms
        ],
    }


def _room(plan: "WorkingPlan", ref: str) -> "Room":
    found = next((one for one in plan.rooms if one.ref == ref), None)
    if found is None:
        raise NoSuchRoom(ref)
    return found


def _told(draft: RoomDraft, arguments: argparse.Namespace) -> RoomDraft:
    named = draft if arguments.name is None else replace(draft, name=arguments.name)
    seats = named.seats if arguments.seats is None else arguments.seats
    step_free = named.step_free if arguments.step_free is None else arguments.step_free
    return replace(named, seats=seats, step_free=step_free)
