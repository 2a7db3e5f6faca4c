"""The manager's report: every figure of a portfolio or a branch on one page, without a name."""

from dataclasses import dataclass

from advisor_app.domain.codes import Language
from advisor_app.i18n import _, speaking
from advisor_app.reports.blocks import paragraph
from advisor_app.reports.fonts import Face
from advisor_app.reports.frame import draw_foot, draw_head, page_number, printed_line
from advisor_app.reports.marks import rule
from advisor_app.reports.paper import BODY, BOTTOM, LEFT, MEDIUM, ROOM, SMALL_STRONG, SOFT, Paper
from advisor_app.reports.sheet_data import Printing
from advisor_app.reports.structure import Role
from advisor_app.reports.text import Style, fit, printable, shorten

_TITLE = Style(Face.SERIF_SEMIBOLD, 21)
_VALUE = Style(Face.SEMIBOLD, 10.5)
_GROUP = Style(Face.SERIF_SEMIBOLD, 11.5)
_TOP, _LINE, _TIGHTEST = 128.0, 12.0, 0.4
_SHOWN, _BEFORE, _TARGET = LEFT + 276, LEFT + 350, LEFT + 410
_LABEL_ROOM, _VALUE_ROOM, _TARGET_ROOM = 270.0, 70.0, ROOM - 410


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A figure in words: what it is, now, in the period before, its target, and what it rests on."""

    label: str
    value: str
    before: str
    target: str
    detail: str


@dataclass(frozen=True, slots=True)
class ReportGroup:
    """Figures that are read together."""

    title: str
    lines: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True)
class ReportData:
    """What stands on the page."""

    language: Language
    printing: Printing
    title: str
    about: str
    groups: tuple[ReportGroup, ...]


def render(data: ReportData) -> bytes:
    """The report as a PDF in the data's language; same data, same bytes."""
    with speaking(data.language):
        paper = Paper(printable(data.title), data.language)
        _draw_title(paper, data)
        with paper.part(Role.TABLE):
            _draw_headings(paper)
            _draw_groups(paper, data.groups)
        kind = _("Figures of a portfolio")
        draw_head(paper, kind, printed_line(data.printing), page_number(1, 1))
        foot = _("To help, not to rank: an advisor is compared with himself first.")
        draw_foot(paper, foot, _("“—”: nothing to count"))
        paper.next_page()
        return paper.pdf()


def _draw_title(paper: Paper, data: ReportData) -> None:
    with paper.part(Role.TITLE):
        paper.text(LEFT, 80, shorten(printable(data.title), _TITLE, ROOM), _TITLE)
    with paper.part(Role.PARAGRAPH):
        for number, line in enumerate(fit(printable(data.about), SOFT, ROOM, 2)):
            paper.text(LEFT, 96 + number * _LINE, line, SOFT)


def _draw_headings(paper: Paper) -> None:
    headings = {
        LEFT: (_("Figure"), _LABEL_ROOM),
        _SHOWN: (_("This period"), _VALUE_ROOM),
        _BEFORE: (_("Before"), _TARGET - _BEFORE - 6),
        _TARGET: (_("Target"), _TARGET_ROOM),
    }
    with paper.part(Role.ROW):
        for x, (text, room) in headings.items():
            with paper.part(Role.HEADER_CELL):
                paper.text(x, _TOP, shorten(printable(text), SMALL_STRONG, room), SMALL_STRONG)
    rule(paper, LEFT, _TOP + 4, ROOM)


def _draw_groups(paper: Paper, groups: tuple[ReportGroup, ...]) -> None:
    """Under each other, with as much room between the lines as the page leaves."""
    lines = [line for group in groups for line in group.lines]
    used = sum(_height(line) for line in lines) + 18 * len(groups)
    between = max(_TIGHTEST, min(6.0, (BOTTOM - _TOP - 12 - used) / len(lines)))
    y = _TOP + 6
    for group in groups:
        y += 18
        with paper.part(Role.ROW), paper.part(Role.HEADER_CELL):
            paper.text(LEFT, y - 3, shorten(printable(group.title), _GROUP, ROOM), _GROUP)
        for line in group.lines:
            rule(paper, LEFT, y + 1, ROOM, thick=False)
            _draw_line(paper, y + 2, line)
            y += _height(line) + between


def _height(line: ReportLine) -> float:
    detail = paragraph(line.detail, ROOM, 3, SOFT, _LINE).height if line.detail else 0
    return _LINE * 1.2 + detail


def _draw_line(paper: Paper, y: float, line: ReportLine) -> None:
    cells = (
        (LEFT, line.label, MEDIUM, _LABEL_ROOM),
        (_SHOWN, line.value, _VALUE, _VALUE_ROOM),
        (_BEFORE, line.before, BODY, _TARGET - _BEFORE - 6),
        (_TARGET, line.target, SOFT, _TARGET_ROOM),
    )
    with paper.part(Role.ROW):
        for x, text, style, room in cells:
            with paper.part(Role.CELL):
                paper.text(x, y + _LINE * 0.9, shorten(printable(text), style, room), style)
        if line.detail:
            with paper.part(Role.CELL):
                paragraph(line.detail, ROOM, 3, SOFT, _LINE).draw(paper, LEFT, y + _LINE * 1.15)
