"""The settings: a list at the left, and one pane at the right."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from advisor_app.i18n import _
from advisor_app.ui.changes import Changes
from advisor_app.ui.pages.settings.pane import Pane
from advisor_app.ui.pages.settings.section_list import SectionList
from advisor_app.ui.pages.settings.sections import sections
from advisor_app.ui.parts.page import Ask, Page
from advisor_app.ui.parts.requests import About, Requests, SettingsAt
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.stack import Stack
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.type_scale import Type


class SettingsPage(Page):
    """Panes are made when they first show, and reload themselves."""

    def __init__(self, ask: Ask, changes: Changes, requests: Requests) -> None:
        super().__init__(ask, changes, requests)
        self._sections = {section.name: section for section in sections()}
        self._panes: dict[str, Pane] = {}
        self._scrolls: dict[str, Scroll] = {}
        self._list = SectionList(tuple(self._sections.values()))
        self._stack = Stack()
        self._section = next(iter(self._sections))
        self._list.chosen.connect(self.choose)
        self._lay_out()

    def about(self) -> SettingsAt:
        """The pane in front."""
        return SettingsAt(self._section)

    def show_about(self, about: About) -> None:
        """Show one pane, or the one that was in front."""
        if isinstance(about, SettingsAt) and about.section in self._sections:
            self._section = about.section
        self._stale = False
        self.reload()

    def reload(self) -> None:
        """Show the pane in front; it loads what it shows."""
        self.titled.emit(_("Settings"))
        self.choose(self._section)

    def choose(self, name: str) -> None:
        """Bring one pane forward."""
        self._section = name
        self._list.mark(name)
        pane = self._pane(name)
        self._stack.setCurrentWidget(self._scrolls[name])
        pane.come_forward()

    def whom(self) -> None:
        """Nobody: settings are about no client."""

    def page_help(self) -> tuple[str, ...]:
        """How one chooses a pane, and what holds when."""
        return (
            _("The list at the left names what can be set; ↑ and ↓ move in it."),
            _(
                "Rules change nothing until you apply them and say why; each version before can be "
                "put in force again."
            ),
            _("Where a card has a filled button, Ctrl+Enter presses it; the rest holds at once."),
        )

    def main_action(self) -> None:
        """Do what the pane's filled button does: Ctrl+Enter."""
        self._pane(self._section).main_action()

    def _pane(self, name: str) -> Pane:
        if name not in self._panes:
            pane = self._sections[name].make(self.ask, self.changes, self.requests)
            scroll = Scroll()
            scroll.hold(pane)
            self._panes[name], self._scrolls[name] = pane, scroll
            self._stack.addWidget(scroll)
        return self._panes[name]

    def _lay_out(self) -> None:
        around = sizes.RING + sizes.RING_GAP  # the list's own margin, beside which all is aligned
        down = QVBoxLayout(self)
        down.setContentsMargins(0, sizes.M, 0, 0)
        # The scroll bar of a pane stands in the margin.
        self.keep_edge(down, left=around, right=sizes.S)
        down.setSpacing(sizes.L - around)
        title = QHBoxLayout()
        title.setContentsMargins(around, 0, 0, 0)
        title.addWidget(Text(_("Settings"), Type.H1))
        down.addLayout(title)
        across = QHBoxLayout()
        across.setSpacing(sizes.XXL - around)
        across.addWidget(self._list)
        level = QVBoxLayout()
        level.setContentsMargins(0, around, 0, 0)
        level.addWidget(self._stack)
        across.addLayout(level, 1)
        down.addLayout(across, 1)
