"""The third column of a wide window: the chosen household beside the list (14e)."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from advisor_app.ui.parts.reading import could_not_be_read
from advisor_app.ui.theme import today_sizes

if TYPE_CHECKING:
    from datetime import date

    from advisor_app.bootstrap import Services
    from advisor_app.domain.client_page import ClientPage
    from advisor_app.ui.pages.today.page import TodayPage
    from advisor_app.ui.pages.today.words import SuggestionWords
    from advisor_app.ui.parts.preview import Preview


class Beside(NamedTuple):
    """What the preview shows of one household."""

    page: "ClientPage"
    today: "date"


class ThirdColumn(QObject):
    """Reads whoever is chosen, where the window has room to show it; made at the first one."""

    def __init__(self, page: "TodayPage") -> None:
        super().__init__(page)
        self._page = page

    def look_at(self, words: "SuggestionWords") -> None:
        """Show the household of a row."""
        page, board = self._page, self._page.board
        if not board.wide or board.beside_closed:
            return
        preview = board.preview or self._new()

        def show(beside: Beside) -> None:
            chosen = board.suggested.chosen()
            if chosen is not None and chosen.key == words.key:
                _show(preview, beside, chosen)

        def read(services: "Services") -> Beside:
            return Beside(services.client_page.page(words.key), services.today())

        def failed(error: Exception) -> None:
            could_not_be_read(preview.stage)
            page.requests.failed.emit(error)

        preview.stage.wait(page.ask(page, read, show, failed))

    def _again(self) -> None:
        chosen = self._page.board.suggested.chosen()
        if chosen is not None:
            self.look_at(chosen)

    def _new(self) -> "Preview":
        from advisor_app.ui.parts.preview import Preview

        page, preview = self._page, Preview(today_sizes.PREVIEW)
        preview.retried.connect(self._again)
        preview.proposed.connect(page.main_action)
        preview.sheet_asked.connect(self._print)
        preview.opened.connect(self._open)
        preview.closed.connect(page.board.close_beside)
        page.board.hold_preview(preview)
        return preview

    def _print(self) -> None:
        whom = self._page.whom()
        if whom is not None:
            self._page.requests.print_sheet.emit(whom)

    def _open(self) -> None:
        whom = self._page.whom()
        if whom is not None:
            self._page.requests.open_client.emit(whom.key)


def _show(preview: "Preview", beside: Beside, words: "SuggestionWords") -> None:
    from advisor_app.ui.parts.projects import project_names

    preview.show_client(beside.page, words.sentence, beside.today, project_names())
