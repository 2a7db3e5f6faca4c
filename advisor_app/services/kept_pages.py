"""Keeping what the window shows for the next start."""

from advisor_app import __version__
from advisor_app.domain.kept_pages import Stamp, stamped
from advisor_app.i18n import language
from advisor_app.services.desk import Desk
from advisor_app.storage.setting_names import KEPT, KEPT_FRAME, KEPT_TODAY, TRAIL_HEAD
from advisor_app.storage.settings import read_setting, write_setting


class KeptPages:
    """The pages kept for the advisor who works here; any deed on the trail forgets them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def mark(self) -> str:
        """The state of the store now: taken before a page is read, given back when it is kept."""
        with self._desk.reading() as transaction:
            return read_setting(transaction, TRAIL_HEAD) or ""

    def keep_frame(self, mark: str, words: str) -> None:
        """Keep what the frame of the window says; as `keep_today`."""
        self._keep(KEPT_FRAME, mark, words)

    def keep_today(self, mark: str, words: str) -> None:
        """Keep the page of the day as it was read at `mark`.

        Nothing is kept where the store has changed since, or nobody works here.
        """
        self._keep(KEPT_TODAY, mark, words)

    def are_kept(self) -> bool:
        """Whether the next start has both to show."""
        with self._desk.reading() as transaction:
            return all(read_setting(transaction, name) is not None for name in KEPT)

    def _keep(self, name: str, mark: str, words: str) -> None:
        if self._desk.advisor is None:
            return
        at = self._desk.now().replace(tzinfo=None).isoformat(timespec="minutes")
        text = stamped(
            Stamp(__version__, self._desk.advisor.ref, language().value, mark, at), words
        )
        with self._desk.reading() as transaction:
            if read_setting(transaction, name) == text:
                return
        with self._desk.writing() as transaction:
            if (read_setting(transaction, TRAIL_HEAD) or "") == mark:
                write_setting(transaction, name, text)
