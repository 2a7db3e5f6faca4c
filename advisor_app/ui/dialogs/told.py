"""Something to read, line by line, and nothing to decide."""

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from advisor_app.i18n import _
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.card import column
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.type_scale import Type

_HIGH = 360


class ToldDialog(HouseDialog):
    """Lines that scroll where they are many."""

    def __init__(self, parent: QWidget, title: str, subtitle: str, lines: list[str]) -> None:
        super().__init__(parent, title, subtitle, _("Close"))
        inside = QWidget()
        down = column(inside, gap=sizes.XS)
        for line in lines:
            down.addWidget(Text(line, Type.SMALL, wrap=True))
        down.addStretch(1)
        scroll = Scroll()
        scroll.hold(inside)
        scroll.setMinimumHeight(min(_HIGH, inside.sizeHint().height() + sizes.XL))
        self.fields.addWidget(scroll)
        for button in self.findChildren(QDialogButtonBox):
            for one in button.buttons():
                if one is not self.action:
                    one.hide()
