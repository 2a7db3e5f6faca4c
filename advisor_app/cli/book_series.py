"""`book --every`: a series, shown date by date, and booked where all fit or the fitting are enough."""

import argparse
import json
from typing import TYPE_CHECKING

from advisor_app.domain.series import rhythm
from advisor_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor_app.bootstrap import Services
    from advisor_app.domain.appointments import Appointment
    from advisor_app.services.booking import BookingOrder
    from advisor_app.services.series import SeriesDate

SOME_DO_NOT_FIT = 1


def add_options(parser: argparse.ArgumentParser) -> None:
    """What makes a booking a series."""
    parser.add_argument(
        "--every",
        metavar="RHYTHM",
        help=_("repeat it: 6m for every six months, 1w for every week, 10d for every ten days"),
    )
    parser.add_argument("--times", type=int, default=2, help=_("how many dates a series has"))
    parser.add_argument(
        "--fitting", action="store_true", help=_("book the dates that fit and leave out the others")
    )
    parser.add_argument(
        "--check", action="store_true", help=_("show which dates of a series fit; book nothing")
    )


def run_series(services: "Services", first: "BookingOrder", arguments: argparse.Namespace) -> int:
    """Show every date; book all, or the fitting ones where that is asked for; 1 where some do not fit."""
    from advisor_app.i18n.series_words import series_lines

    dates = services.series.check(first, rhythm(arguments.every), arguments.times)
    fitting = [one for one in dates if one.why_not is None]
    stops = len(fitting) < len(dates) and not arguments.fitting
    booked = () if stops or arguments.check or not fitting else services.series.book(fitting)
    if arguments.json:
        print(as_json(dates, booked))
    else:
        told = [(one.order.start, one.why_not, too_full(one)) for one in dates]
        print("\n".join(series_lines(told, booked)))
    return SOME_DO_NOT_FIT if stops else 0


def too_full(one: "SeriesDate") -> str:
    """What a date of a series makes fuller than can be held well; empty where nothing is."""
    from advisor_app.i18n.working_plan_words import would_be_full

    return would_be_full(*one.loads) if one.loads else ""


def as_json(dates: "Sequence[SeriesDate]", booked: "Sequence[Appointment]") -> str:
    """The series as `docs/schemas/series.json` describes it."""
    from advisor_app.domain.moments import wall_text
    from advisor_app.i18n.wording import sentence

    refs = {one.start.text: one.ref for one in booked}
    told = [
        {
            "start": wall_text(one.order.start),
            "fits": one.why_not is None,
            "why_not": one.why_not and sentence(one.why_not),
            "too_full": too_full(one) or None,
            "appointment": refs.get(wall_text(one.order.start)),
        }
        for one in dates
    ]
    return json.dumps({"dates": told}, ensure_ascii=False)
