"""The briefing sheet: two pages, page 1 to know, page 2 to ask and write.

Look and order are those of the design's picture 15; what stands in each block and how much of it
are those of `domain/briefing_sheet.toml`. The pages always hold: every block has a limit, and where
they do not fit together the limits shrink, least important first.
"""

from typing import NamedTuple

from advisor_app.i18n import _, speaking
from advisor_app.reports.frame import draw_foot, draw_head, page_number, printed_line
from advisor_app.reports.paper import BOTTOM, LEFT, TOP, Paper
from advisor_app.reports.sheet_back import back_page
from advisor_app.reports.sheet_banner import draw_banner
from advisor_app.reports.sheet_data import SheetData
from advisor_app.reports.sheet_front import front_page

PAGES = 2


class Numbering(NamedTuple):
    """The number of the sheet's first page in the document, and how many pages that one has."""

    first: int = 1
    pages: int = PAGES


_ALONE = Numbering()


def render(data: SheetData) -> bytes:
    """The sheet as a PDF in the data's language; same data, same bytes."""
    with speaking(data.language):
        title = _("Briefing sheet {reference}").format(reference=data.reference)
        paper = Paper(title, data.language)
        draw_sheet(paper, data)
        return paper.pdf()


def draw_sheet(paper: Paper, data: SheetData, numbering: Numbering = _ALONE) -> None:
    """Draw the two pages, and end both; sentences are in the present language."""
    y = draw_banner(paper, data)
    front_page(data, BOTTOM - y).draw(paper, LEFT, y)
    _end_page(paper, data, numbering.first, numbering.pages)
    back_page(data, BOTTOM - TOP).draw(paper, LEFT, TOP)
    _end_page(paper, data, numbering.first + 1, numbering.pages)


def _end_page(paper: Paper, data: SheetData, page: int, pages: int) -> None:
    draw_head(paper, _("Briefing sheet"), printed_line(data.printing), page_number(page, pages))
    foot = _("Written so that the client may read it. Shred it once the meeting note is typed in.")
    draw_foot(paper, foot, _("Ref. {reference}").format(reference=data.reference))
    paper.next_page()
