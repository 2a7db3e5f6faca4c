"""One life project as a card that opens its editor: when, how far, what next, how much."""

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.domain.client_page import ProjectCard
from advisor_app.domain.codes import ProjectStatus
from advisor_app.domain.project_edits import Stage
from advisor_app.i18n import _
from advisor_app.i18n.client_words import project_amounts, project_line
from advisor_app.i18n.record_words import next_step_words, stage_words
from advisor_app.ui.parts.card import Badge
from advisor_app.ui.parts.pressable import Pressable
from advisor_app.ui.parts.project_icons import project_icon
from advisor_app.ui.parts.projects import amount_labels
from advisor_app.ui.parts.tags import Tag, Tint
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import client_sizes, sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_ACROSS = 3


class CardButton(Pressable):
    """A card that is pressed as a whole."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        # By itself a button never grows above what it would like on the fewest lines.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """What its content needs: Qt would ask the text of a button instead."""
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.totalSizeHint()

    def hasHeightForWidth(self) -> bool:
        """Texts inside wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What the content needs at a width."""
        layout = self.layout()
        return self.sizeHint().height() if layout is None else layout.totalHeightForWidth(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw fill and border."""
        paint = colors()
        painter = QPainter(self)
        fill = paint.hover if self.underMouse() or self.isDown() else paint.surface
        box(painter, QRectF(self.rect()), sizes.R_CARD, fill, paint.border)
        painter.end()


class StageBar(QWidget):
    """Six steps: those behind, the present one, those ahead."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        self.setFixedHeight(client_sizes.STAGE_BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw one bar for each step."""
        paint = colors()
        painter = QPainter(self)
        count, gap = len(Stage), sizes.XS + sizes.TIGHT
        width = (self.width() - gap * (count - 1)) / count
        for one in Stage:
            fill = paint.border
            if one < self._stage:
                fill = paint.project
            elif one == self._stage:
                fill = paint.project_line
            frame = QRectF((one.value - 1) * (width + gap), 0, width, client_sizes.STAGE_BAR)
            box(painter, frame, client_sizes.STAGE_BAR / 2, fill, None)
        painter.end()


def project_button(one: ProjectCard, name: str, today: date) -> CardButton:
    """A project's card."""
    line, stage = project_line(one, today), stage_words(one)
    said = _("{project}, {line}, {stage}").format(project=name, line=line, stage=stage)
    made = CardButton(said)
    made.setAccessibleDescription(_("Opens the project"))
    column = QVBoxLayout(made)
    column.setContentsMargins(sizes.M + 2, sizes.M, sizes.M + 2, sizes.M)
    column.setSpacing(sizes.S)
    column.addLayout(_head(one, name, line, stage))
    if one.status is ProjectStatus.OPEN:
        column.addWidget(StageBar(one.stage or Stage.LISTEN))
    for words in (next_step_words(one, today), one.note or ""):
        if words:
            column.addWidget(Text(words, Type.SMALL, Tone.SECOND, wrap=True, most=3))
    amounts = project_amounts(one, amount_labels())
    if amounts:
        column.addLayout(_amounts(amounts[:_ACROSS]))
    for label in made.findChildren(QWidget):
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return made


def _head(one: ProjectCard, name: str, line: str, stage: str) -> QHBoxLayout:
    head = QHBoxLayout()
    head.setSpacing(sizes.S + 2)
    badge = Badge(project_icon(one.code), "project_tint", "project_text", sizes.CONTROL - 2)
    head.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(name, Type.BODY_STRONG, wrap=True))
    words.addWidget(Text(line, Type.SMALL, Tone.SECOND, wrap=True))
    head.addLayout(words, 1)
    ended = one.status not in (ProjectStatus.HEARD, ProjectStatus.OPEN)
    head.addWidget(Tag(stage, Tint.PLAIN if ended else Tint.PROJECT))
    return head


def _amounts(amounts: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(sizes.L)
    grid.setVerticalSpacing(0)
    for index, (label, value) in enumerate(amounts):
        grid.addWidget(Text(label, Type.CAPTION, Tone.HINT, wrap=True), 0, index)
        grid.addWidget(Text(value, Type.BODY_STRONG), 1, index)
        grid.setColumnStretch(index, 1)
    return grid
