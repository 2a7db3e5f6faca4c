"""The head and the foot that every internal page carries."""

from datetime import datetime

from advisor_app.i18n import pgettext
from advisor_app.i18n.formats import clock, day_and_month, plain_date
from advisor_app.reports.paper import BOTTOM, LEFT, RIGHT, ROOM, SMALL, SMALL_STRONG, Paper
from advisor_app.reports.sheet_data import Printing
from advisor_app.reports.text import printable, shorten, width

_HEAD, _FOOT_RULE, _FOOT = 44.2, BOTTOM + 6.4, 805.5
_NAME_ROOM = 150.0


def draw_head(paper: Paper, kind: str, right: str, page: str) -> None:
    """The program and the kind of paper at the left; who printed it and the page at the right."""
    with paper.ornament():
        _draw_head(paper, kind, right, page)


def _draw_head(paper: Paper, kind: str, right: str, page: str) -> None:
    end = paper.text(LEFT, _HEAD, "Tête-à-tête", SMALL_STRONG) + 10
    end = paper.text(end, _HEAD, printable(kind), SMALL)
    start = RIGHT
    if page:
        paper.text_right(RIGHT, _HEAD, printable(page), SMALL_STRONG)
        start -= width(printable(page), SMALL_STRONG) + 11
    paper.text_right(start, _HEAD, shorten(printable(right), SMALL, start - end - 12), SMALL)


def draw_foot(paper: Paper, left: str, right: str) -> None:
    """A rule, what to do with the paper, and its reference."""
    with paper.ornament():
        _draw_foot(paper, left, right)


def _draw_foot(paper: Paper, left: str, right: str) -> None:
    paper.line((LEFT, _FOOT_RULE), (LEFT + ROOM, _FOOT_RULE), grey=0.5)
    paper.text_right(RIGHT, _FOOT, printable(right), SMALL)
    room = ROOM - width(printable(right), SMALL) - 12
    paper.text(LEFT, _FOOT, shorten(printable(left), SMALL, room), SMALL)


def page_number(page: int, pages: int) -> str:
    """As in "1 / 2"."""
    return f"{page} / {pages}"


def printed_line(printing: Printing) -> str:
    """Who printed when, and the day of the facts where it is another one."""
    facts = {
        "name": shorten(printable(printing.by), SMALL, _NAME_ROOM),
        "day": plain_date(printing.at.date()),
        "time": clock(printing.at.time()),
        "data_day": day_and_month(printing.data_on),
    }
    # One sentence for a sheet, a list and figures alike: it must agree with none of them.
    if _same_day(printing.at, printing):
        return pgettext("any paper", "{name} · printed on {day} at {time}").format(**facts)
    words = pgettext("any paper", "{name} · printed on {day} at {time} · facts of {data_day}")
    return words.format(**facts)


def _same_day(moment: datetime, printing: Printing) -> bool:
    return moment.date() == printing.data_on
