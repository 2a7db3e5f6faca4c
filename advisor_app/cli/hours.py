"""`hours`: when and where the advisor who works here can be met, and how often."""

import argparse
import json
import sys
from collections import defaultdict
from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING, Any

from advisor_app.cli.access import Access
from advisor_app.cli.hours_places import (
    add_away,
    add_rooms,
    keep_away,
    keep_rooms,
    outside_as_json,
    outside_lines,
    places_as_json,
)
from advisor_app.cli.options import one_or_more
from advisor_app.domain.opening import DatedHours, Span
from advisor_app.i18n import _

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.cli.main import Commands
    from advisor_app.domain.opening import Week
    from advisor_app.domain.working_plan import WorkingPlan

_LAST_WEEKDAY = 7


def add_parser(commands: "Commands") -> None:
    """Describe the command."""
    parser = commands.add_parser("hours", help=_("when you can be met, and how often"))
    which = parser.add_mutually_exclusive_group()
    words = _("hours of your own, as in 1=09:00-12:00 for Mondays; give every span of the week")
    which.add_argument("--span", action="append", type=_span, metavar="DAY=FROM-UNTIL", help=words)
    which.add_argument("--as-branch", action="store_true", help=_("go back to the branch's hours"))
    words = _(
        "other hours on a day or from one day to another, as in"
        " 2027-08-02..2027-08-21=09:00-12:30; without hours, the usual ones come back"
    )
    parser.add_argument("--dated", action="append", type=_dated, metavar="DAYS=HOURS", help=words)
    parser.add_argument(
        "--of-branch", action="store_true", help=_("the other hours are the whole branch's")
    )
    many = parser.add_mutually_exclusive_group()
    many.add_argument("--capacity", type=one_or_more, help=_("how many meetings a week"))
    many.add_argument("--no-capacity", action="store_true", help=_("no capacity is told"))
    add_away(parser)
    add_rooms(parser)
    parser.add_argument("--json", action="store_true", help=_("print the answer as JSON"))
    parser.set_defaults(run=run)


def run(access: Access, arguments: argparse.Namespace) -> int:
    """Keep what is told, then say what holds."""
    with access.services() as services:
        _keep(services, arguments)
        plan, outside = services.working_plans.plan(), services.outside.here()
    if arguments.json:
        told = {**as_json(plan), "outside": outside_as_json(outside)}
        print(json.dumps(told, ensure_ascii=False))
        return 0
    _say(plan)
    for line in outside_lines(outside):
        print(line, file=sys.stderr)
    return 0


def _say(plan: "WorkingPlan") -> None:
    """The plan in lines."""
    from advisor_app.i18n.formats import plain_date
    from advisor_app.i18n.working_plan_words import (
        absence_line,
        absence_title,
        meetings_a_week,
        room_line,
        weekday_word,
    )

    for weekday, spans in sorted((plan.own or plan.usual).items()):
        print(weekday_word(weekday), *(_written(one) for one in spans), sep="  ")
    print(meetings_a_week(plan.capacity) if plan.capacity else _("No capacity is told."))
    for one in plan.dated:
        days = (one.from_day,) if one.is_one_day else (one.from_day, one.until_day)
        print(*map(plain_date, days), *map(_written, one.spans), sep="  ")
    for away in plan.absences:
        print(absence_title(away.draft), absence_line(away), sep="  ")
    for room in plan.rooms:
        print(*filter(None, (room.ref, room.draft.name, room_line(room.draft))), sep="  ")


def as_json(plan: "WorkingPlan") -> dict[str, Any]:
    """Hours, capacity, days away and rooms as `docs` describes them."""
    week = plan.own or plan.usual
    return {
        "advisor": plan.advisor,
        "own": bool(plan.own),
        "week": {str(weekday): _spans(spans) for weekday, spans in sorted(week.items())},
        "dated": [
            {
                "from": one.from_day.isoformat(),
                "until": one.until_day.isoformat(),
                "of_advisor": one.of_advisor,
                "hours": _spans(one.spans),
            }
            for one in plan.dated
        ],
        "capacity_week": plan.capacity,
        **places_as_json(plan),
    }


def _spans(spans: tuple[Span, ...]) -> list[dict[str, str]]:
    return [{"from": f"{one.start:%H:%M}", "until": f"{one.end:%H:%M}"} for one in spans]


def _keep(services: "Services", arguments: argparse.Namespace) -> None:
    plans = services.working_plans
    if arguments.span:
        plans.set_week(_week(arguments.span))
    for one in arguments.dated or ():
        plans.set_dated(replace(one, of_advisor=not arguments.of_branch))
    if arguments.as_branch:
        plans.set_week({})
    if arguments.capacity or arguments.no_capacity:
        plans.set_capacity(arguments.capacity)
    keep_away(services, arguments)
    keep_rooms(services, arguments)


def _week(told: list[tuple[int, Span]]) -> "Week":
    week: defaultdict[int, list[Span]] = defaultdict(list)
    for weekday, span in told:
        week[weekday].append(span)
    return {weekday: tuple(spans) for weekday, spans in week.items()}


def _dated(text: str) -> DatedHours:
    days, _equals, hours = text.partition("=")
    first, _dots, last = days.partition("..")
    told = [one.partition("-") for one in hours.split(",") if one]
    try:
        spans = tuple(Span(time.fromisoformat(a), time.fromisoformat(b)) for a, _dash, b in told)
        return DatedHours(date.fromisoformat(first), date.fromisoformat(last or first), spans)
    except ValueError:
        words = _(
            "{text} are no hours of some days; write them as in 2027-08-02..2027-08-21=09:00-12:30."
        )
        raise argparse.ArgumentTypeError(words.format(text=text)) from None


def _span(text: str) -> tuple[int, Span]:
    weekday, _equals, hours = text.partition("=")
    start, _dash, end = hours.partition("-")
    try:
        found = int(weekday), Span(time.fromisoformat(start), time.fromisoformat(end))
    except ValueError:
        found = 0, Span(time(), time())
    if not 1 <= found[0] <= _LAST_WEEKDAY:
        words = _("{text} is no span of hours; write it as in 1=09:00-12:00.").format(text=text)
        raise argparse.ArgumentTypeError(words)
    return found


def _written(span: Span) -> str:
    return f"{span.start:%H:%M}-{span.end:%H:%M}"
