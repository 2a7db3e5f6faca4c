"""The sheets of a day, or of chosen households: which there are, and how each is made."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from advisor_app.domain.briefing import Briefing
from advisor_app.domain.day_briefing import DayBriefing
from advisor_app.domain.sheet_choices import SheetChoices
from advisor_app.domain.today import DayAppointment
from advisor_app.i18n import _, language, ngettext
from advisor_app.i18n.formats import long_date, short_clock
from advisor_app.i18n.people_words import joint_name
from advisor_app.ui.pages.sheets.ahead import MANY, Ahead, Proposing
from advisor_app.ui.pages.sheets.paper import Made, Paper, printer_of
from advisor_app.ui.parts.papers_asked import LetterAsked, OtherPapers
from advisor_app.ui.parts.requests import Whom

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services

_COVER_PAGES = 2
_END_PAGES = 2
_SHEET_PAGES = 2


def day_papers(services: "Services", day: date) -> tuple[Paper, ...]:
    """The cover, the sheets and the last pages of a day; nothing where it has no appointment."""
    if services.advisor is None:
        return ()
    visits = {one.ref: one for one in services.today_page.visits(day)}
    pack = services.sheets.for_day(services.advisor.ref, day, services.suggesting.calls)
    meetings = [one for one in pack.meetings if one.visit and one.visit.ref in visits]
    if not meetings:
        return ()
    now = services.now().replace(tzinfo=None)
    sheets = [_sheet(one, visits[one.visit.ref], now) for one in meetings if one.visit]
    return (_cover(pack), *sheets, _end(pack))


def client_papers(chosen: Sequence[Whom]) -> tuple[Paper, ...]:
    """The sheets that prepare meetings with these households, not booked yet."""
    known = [whom for whom in chosen if whom.refs]
    ahead = Ahead(known, Proposing(known).word)
    return tuple(
        Paper(
            title=whom.title,
            about=pages_words(_SHEET_PAGES),
            aside="",
            count=_SHEET_PAGES,
            wanted=True,
            appointment=None,
            make=(
                partial(ahead.make, place)
                if len(known) >= MANY
                else partial(_make_for_client, whom)
            ),
        )
        for place, whom in enumerate(known)
    )


def about_words(
    others: OtherPapers | None, chosen: Sequence[Whom], waiting: int, day: date
) -> tuple[str, ...]:
    """What stands beside the page's title: for whom the papers are, or how many wait.

    Where there is less room, the day is left to its own field.
    """
    if isinstance(others, LetterAsked):
        return (others.whom,)
    if others is not None:
        return ("",)
    if len(chosen) == 1:
        return (chosen[0].title,)
    count = len(chosen) or waiting
    said = ngettext("{count} sheet to print", "{count} sheets to print", count).format(count=count)
    return (said,) if chosen else (f"{said} · {long_date(day)}", said)


def _cover(pack: DayBriefing) -> Paper:
    return Paper(
        title=_("Cover"),
        about="",
        aside=pages_words(_COVER_PAGES),
        count=_COVER_PAGES,
        wanted=True,
        appointment=None,
        make=partial(_make_cover, pack),
    )


def _end(pack: DayBriefing) -> Paper:
    return Paper(
        title=_("End of the day"),
        about="",
        aside=pages_words(_END_PAGES),
        count=_END_PAGES,
        wanted=True,
        appointment=None,
        make=partial(_make_end, pack),
    )


def _sheet(briefing: Briefing, visit: DayAppointment, now: datetime) -> Paper:
    over = visit.end <= now
    return Paper(
        title=joint_name(visit.people),
        about=_("{pages} · {state}").format(
            pages=pages_words(_SHEET_PAGES), state=_state(visit, over=over)
        ),
        aside=short_clock(visit.start.time()),
        count=_SHEET_PAGES,
        wanted=not over and not visit.printed,
        appointment=visit.ref,
        make=partial(_make_sheet, briefing),
    )


def _state(visit: DayAppointment, *, over: bool) -> str:
    if over:
        return _("the meeting is over")
    return _("printed") if visit.printed else _("ready")


def _make_cover(pack: DayBriefing, services: "Services", choices: SheetChoices) -> Made:
    from advisor_app.reports.papers import make_day_cover

    made = make_day_cover(pack, services.now(), language(), printer_of(services), choices)
    printed = partial(services.sheets.pack_printed, pack, _COVER_PAGES, choices)
    return Made(made.pdf, _COVER_PAGES, printed)


def _make_end(pack: DayBriefing, services: "Services", choices: SheetChoices) -> Made:
    from advisor_app.reports.papers import make_day_end

    made = make_day_end(pack, services.now(), language(), printer_of(services), choices)
    printed = partial(services.sheets.pack_printed, pack, _END_PAGES, choices)
    return Made(made.pdf, _END_PAGES, printed)


def _make_for_client(whom: Whom, services: "Services", choices: SheetChoices) -> Made:
    spoken, suggesting = language(), services.suggesting
    briefing = services.sheets.for_client(
        whom.refs[0], lambda key: suggesting.proposal(key, spoken)
    )
    return _make_sheet(briefing, services, choices)


def _make_sheet(briefing: Briefing, services: "Services", choices: SheetChoices) -> Made:
    from advisor_app.reports.papers import draw_sheet, word_sheet

    data = word_sheet(briefing, services.now(), language(), printer_of(services), choices)
    made = draw_sheet(data)
    printed = partial(services.sheets.sheet_printed, briefing, choices)
    return Made(made.pdf, made.pages, printed, title=data.names if choices.initials else "")


def pages_words(count: int) -> str:
    """How many pages a paper has."""
    return ngettext("{count} page", "{count} pages", count).format(count=count)
