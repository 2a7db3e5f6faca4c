from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from advisor_app.domain.codes import Introduction, Language, ProjectStatus
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.thread import (
    MarkKind,
    ThreadAppointment,
    ThreadData,
    ThreadMark,
    ThreadMonth,
    ThreadPeriod,
    ThreadProject,
)
from advisor_app.i18n import speaking
from advisor_app.ui.parts.presence import Glyph, paint_presence
from advisor_app.ui.parts.thread import ThreadPainter, ThreadWidget, lanes
from advisor_app.ui.parts.thread.full import FullThread
from advisor_app.ui.theme.application import Application, colors
from advisor_app.ui.theme.tokens import Scheme
from advisor_app.ui.theme.type_scale import Type, font

THREAD = ThreadData(
    date(2019, 4, 23),
    date(2026, 4, 23),
    (
        ThreadPeriod("Jean-Marc Thibault", date(2019, 1, 1), date(2025, 10, 5)),
        ThreadPeriod(
            "Claire Morvan", date(2025, 10, 6), is_reader=True, introduction=Introduction.ANNOUNCED
        ),
    ),
    (ThreadMark(date(2024, 3, 12), MarkKind.MEETING, "Première idée d'achat"),),
    (ThreadMonth(date(2026, 3, 1), 12),),
    (ThreadProject("home_purchase", ProjectStatus.OPEN, PartialDate(2026, 9)),),
    ThreadAppointment(datetime(2026, 4, 23, 10, 30)),  # noqa: DTZ001 - wall time
)


def drawn(width: int, height: int, draw: object) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(colors().surface)
    painter = QPainter(image)
    draw(painter, QRectF(0, 0, width, height))  # type: ignore[operator] # any of the three sizes
    painter.end()
    return image


def shows(image: QImage, color: QColor) -> bool:
    return any(
        image.pixelColor(x, y).rgb() == color.rgb()
        for x in range(image.width())
        for y in range(image.height())
    )


def test_the_three_sizes_show_the_meeting_where_it_falls_inside(qapp: Application) -> None:
    qapp.choose(Scheme.LIGHT)
    painter = ThreadPainter(THREAD)
    assert shows(drawn(1144, 168, painter.full), colors().accent)
    assert shows(drawn(230, 18, painter.preview), colors().accent)
    assert not shows(drawn(110, 18, painter.cell), colors().accent)
    recent = replace(THREAD, marks=(ThreadMark(date(2026, 2, 1), MarkKind.MEETING),))
    assert shows(drawn(110, 18, ThreadPainter(recent).cell), colors().accent)


@pytest.mark.usefixtures("qapp")
def test_every_mark_says_what_it_is() -> None:
    hits: list[tuple[QRectF, str]] = []

    def draw(painter: QPainter, rect: QRectF) -> None:
        with speaking(Language.EN):
            hits.extend(ThreadPainter(THREAD, {"home_purchase": "A home"}).full(painter, rect))

    drawn(1144, 168, draw)
    said = [words for _rect, words in hits]
    assert "12 March 2024: Première idée d'achat" in said
    assert "Appointment on 23 April 2026 at 10:30" in said
    assert "Claire Morvan from 6 October 2025, without introduction" in said
    assert "A home · Sept 2026" in said


def test_an_empty_thread_draws_and_is_described(qtbot: QtBot) -> None:
    widget = ThreadWidget()
    qtbot.addWidget(widget)
    day = date(2026, 4, 23)
    with speaking(Language.EN):
        widget.show_thread(ThreadData(day, day), {})
        widget.resize(widget.sizeHint())
        widget.grab()
        assert widget.accessibleName() == "The thread of the relation: no meeting yet."


@pytest.mark.usefixtures("qapp")
def test_each_state_has_a_glyph_of_its_own_even_in_grey() -> None:
    pictures = set()
    for glyph in Glyph:
        image = drawn(14, 14, lambda p, r, glyph=glyph: paint_presence(p, r, glyph))
        grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        pictures.add(bytes(grey.constBits()))
    assert len(pictures) == len(Glyph)


@pytest.mark.parametrize("percent", [100, 130, 150])
def test_lanes_keep_their_texts_apart_at_every_size_of_text(
    qapp: Application, percent: int
) -> None:
    before = qapp.look
    qapp.wear(before.with_text(percent))
    try:
        high = QFontMetricsF(font(Type.CAPTION)).ascent()
        one_above_the_other = (
            (lanes.NAMES, lanes.TITLES),
            (lanes.TITLES, lanes.DATES),
            (lanes.TODAY_TITLE, lanes.TODAY_CLOCK),
            (lanes.DATES, lanes.LINE),
            (lanes.LINE, lanes.PROJECTS),
            (lanes.BASE, lanes.YEARS),
        )
        assert all(below - above >= high for above, below in one_above_the_other)
        assert lanes.YEARS + high / 2 <= lanes.HEIGHT
        assert ThreadWidget().height() == lanes.HEIGHT
    finally:
        qapp.wear(before)


@pytest.mark.parametrize("width", [740, 790, 900])
def test_the_change_of_advisor_never_runs_through_the_words_on_the_line(
    qapp: Application, width: int
) -> None:
    qapp.choose(Scheme.LIGHT)
    drawing = FullThread(QPainter(), QRectF(0, 0, width, 168), THREAD, colors(), {})
    change = round(drawing._scale.x(date(2025, 10, 6)))
    with speaking(Language.FR):
        image = drawn(width, 168, ThreadPainter(THREAD).full)
    words = QFontMetricsF(font(Type.CAPTION_STRONG)).horizontalAdvance("25 mois sans se voir")
    meeting, end = drawing._scale.x(date(2024, 3, 12)), drawing._end_x
    assert max(change - meeting, end - change) < words + 44 <= end - meeting
    across = [
        image.pixelColor(change, y).rgb() == colors().warn_text.rgb()
        for y in range(lanes.LINE - 9, lanes.LINE + 9)
    ]
    # The words stand over the change, which is interrupted there but for the ink of a letter.
    assert sum(across) < len(across) // 2
