"""The day pack: a cover and its back, every meeting's sheet on a right-hand page, and the end.

The end is a page for who walks in, outside visits and the next working day, and a page to write on.
"""

from advisor_app.i18n import _, ngettext, speaking
from advisor_app.i18n.formats import clock, plain_date
from advisor_app.reports.daypack_back import overview_page
from advisor_app.reports.daypack_cover import cover_page, draw_banner
from advisor_app.reports.daypack_data import DayPackData, PackMeeting
from advisor_app.reports.daypack_end import notes_page, walk_in_page
from advisor_app.reports.frame import draw_foot, draw_head, page_number
from advisor_app.reports.paper import BOTTOM, LEFT, TOP, Paper
from advisor_app.reports.sheet import PAGES, Numbering, draw_sheet
from advisor_app.reports.text import printable

# The cover and its back come first, so that sheets begin on right-hand pages.
COVER_PAGES = 2
END_PAGES = 2


def render(data: DayPackData) -> bytes:
    """The pack as a PDF in the data's language; same data, same bytes."""
    with speaking(data.language):
        title = _("Day pack of {day}").format(day=plain_date(data.day))
        paper = Paper(title, data.language)
        pages = page_count(data)
        _draw_cover(paper, data, pages)
        for number, meeting in enumerate(data.meetings):
            first = first_page(number)
            paper.bookmark(f"sheet{number}", _bookmark(meeting))
            draw_sheet(paper, meeting.sheet, Numbering(first, pages))
        _draw_end(paper, data, pages)
        return paper.pdf()


def render_cover(data: DayPackData) -> bytes:
    """The cover and its back alone, numbered as in the pack; as `render`."""
    with speaking(data.language):
        paper = Paper(_("Day pack of {day}").format(day=plain_date(data.day)), data.language)
        _draw_cover(paper, data, page_count(data))
        return paper.pdf()


def render_end(data: DayPackData) -> bytes:
    """The last two pages alone, numbered as in the pack; as `render`."""
    with speaking(data.language):
        paper = Paper(_("Day pack of {day}").format(day=plain_date(data.day)), data.language)
        _draw_end(paper, data, page_count(data))
        return paper.pdf()


def page_count(data: DayPackData) -> int:
    """How many pages the pack has."""
    return COVER_PAGES + PAGES * len(data.meetings) + END_PAGES


def first_page(number: int) -> int:
    """The page on which the sheet of this meeting, counted from 0, begins: an odd one."""
    return COVER_PAGES + 1 + PAGES * number


def _bookmark(meeting: PackMeeting) -> str:
    return printable(f"{clock(meeting.start.time())} · {meeting.who}")


def _draw_cover(paper: Paper, data: DayPackData, pages: int) -> None:
    paper.bookmark("cover", _("Cover"))
    y = draw_banner(paper, data)
    cover_page(data, BOTTOM - y, first_page).draw(paper, LEFT, y)
    _end_page(paper, data, 1, pages)
    paper.bookmark("calls", _("Calls and follow-ups"))
    overview_page(data, BOTTOM - TOP).draw(paper, LEFT, TOP)
    _end_page(paper, data, 2, pages)


def _draw_end(paper: Paper, data: DayPackData, pages: int) -> None:
    paper.bookmark("walk-ins", _("Walk-ins and the next day"))
    walk_in_page(data, BOTTOM - TOP).draw(paper, LEFT, TOP)
    _end_page(paper, data, pages - 1, pages)
    paper.bookmark("notes", _("Notes"))
    notes_page(data, BOTTOM - TOP).draw(paper, LEFT, TOP)
    _end_page(paper, data, pages, pages)


def _end_page(paper: Paper, data: DayPackData, page: int, pages: int) -> None:
    prepared = _("prepared on {day}").format(day=plain_date(data.printing.at.date()))
    draw_head(paper, _("Day pack"), prepared, page_number(page, pages))
    foot = ngettext(
        "{count} page with this cover, to keep with you. Do not leave it on a desk.",
        "{count} pages with this cover, to keep with you. Do not leave them on a desk.",
        pages,
    )
    reference = _("Ref. {reference}").format(reference=data.reference)
    draw_foot(paper, foot.format(count=pages), reference)
    paper.next_page()
