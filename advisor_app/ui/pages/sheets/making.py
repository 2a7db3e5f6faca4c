"""Makes the papers of a day, or of one client, on the worker."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from advisor_app.domain.briefing import Briefing, DayBriefing
from advisor_app.domain.papers import PaperKind
from advisor_app.domain.today import DayAppointment
from advisor_app.i18n import _, language, ngettext
from advisor_app.i18n.formats import short_clock
from advisor_app.i18n.people_words import joint_name
from advisor_app.ui.pages.sheets.paper import Paper
from advisor_app.ui.parts.requests import LetterAsked, Whom

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services

_COVER_PAGES = 2
_SHEET_PAGES = 2


def day_papers(services: "Services", day: date) -> tuple[Paper, ...]:
    """The cover and the sheets of a day; nothing where the day has no appointment."""
    if services.advisor is None:
        return ()
    visits = {one.ref: one for one in services.today_page.visits(day)}
    pack = services.sheets.for_day(services.advisor.ref, day, services.suggesting.calls)
    meetings = [one for one in pack.meetings if one.visit and one.visit.ref in visits]
    if not meetings:
        return ()
    now = services.now().replace(tzinfo=None)
    sheets = [_sheet(services, one, visits[one.visit.ref], now) for one in meetings if one.visit]
    return (_cover(services, pack), *sheets)


def client_papers(services: "Services", chosen: Sequence[Whom]) -> tuple[Paper, ...]:
    """The sheets that prepare meetings with these households, not booked yet."""
    return tuple(_client_paper(services, whom) for whom in chosen if whom.refs)


def letter_papers(services: "Services", asked: LetterAsked) -> tuple[Paper, ...]:
    """A letter about an appointment, as it is drafted or as somebody wrote it."""
    from advisor_app.i18n.record_words import paper_kind_label
    from advisor_app.reports.papers import make_letter, make_written

    briefing = services.letters.for_appointment(asked.appointment, asked.kind)
    today = services.today()
    if asked.text:
        made = make_written(briefing, asked.kind, today, asked.subject, asked.text)
    else:
        made = make_letter(briefing, asked.kind, today)
    paper = Paper(
        title=paper_kind_label(PaperKind(f"{asked.kind}_letter")),
        about=_pages(made.pages),
        aside="",
        pdf=made.pdf,
        first=0,
        count=made.pages,
        wanted=True,
        appointment=None,
        printed=partial(services.letters.printed, briefing, asked.kind, made.pages),
    )
    return (paper,)


def _client_paper(services: "Services", whom: Whom) -> Paper:
    spoken, suggesting = language(), services.suggesting
    briefing = services.sheets.for_client(
        whom.refs[0], lambda key: suggesting.proposal(key, spoken)
    )
    return Paper(
        title=whom.title,
        about=_pages(_SHEET_PAGES),
        aside="",
        pdf=_pdf(services, briefing),
        first=0,
        count=_SHEET_PAGES,
        wanted=True,
        appointment=None,
        printed=partial(services.sheets.sheet_printed, briefing),
    )


def _cover(services: "Services", pack: DayBriefing) -> Paper:
    from advisor_app.reports.papers import make_day_pack

    made = make_day_pack(pack, services.now(), language(), _printer(services))
    return Paper(
        title=_("Cover"),
        about="",
        aside=_pages(_COVER_PAGES),
        pdf=made.pdf,
        first=0,
        count=_COVER_PAGES,
        wanted=True,
        appointment=None,
        printed=partial(services.sheets.pack_printed, pack, _COVER_PAGES),
    )


def _sheet(services: "Services", briefing: Briefing, visit: DayAppointment, now: datetime) -> Paper:
    over = visit.end <= now
    return Paper(
        title=joint_name(visit.people),
        about=_("{pages} · {state}").format(
            pages=_pages(_SHEET_PAGES), state=_state(visit, over=over)
        ),
        aside=short_clock(visit.start.time()),
        pdf=_pdf(services, briefing),
        first=0,
        count=_SHEET_PAGES,
        wanted=not over and not visit.printed,
        appointment=visit.ref,
        printed=_recorder(services, briefing),
    )


def _recorder(services: "Services", briefing: Briefing) -> Callable[[], None]:
    return partial(services.sheets.sheet_printed, briefing)


def _state(visit: DayAppointment, *, over: bool) -> str:
    if over:
        return _("the meeting is over")
    return _("printed") if visit.printed else _("ready")


def _pdf(services: "Services", briefing: Briefing) -> bytes:
    from advisor_app.reports.papers import make_sheet

    return make_sheet(briefing, services.now(), language(), _printer(services)).pdf


def _printer(services: "Services") -> str | None:
    return services.advisor.name if services.advisor else None


def _pages(count: int) -> str:
    return ngettext("{count} page", "{count} pages", count).format(count=count)
