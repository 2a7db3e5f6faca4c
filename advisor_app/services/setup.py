"""What a store is told once: its home branch, its zone, who works here and in which language."""

from datetime import datetime

from advisor_app.domain.codes import Language
from advisor_app.domain.errors import NoSuchAdvisor
from advisor_app.domain.keys import new_key
from advisor_app.domain.organisation import Advisor, Branch
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.storage import facts
from advisor_app.storage.organisation import find_advisor, list_advisors, write_branch
from advisor_app.storage.setting_names import ADVISOR, DEFAULT_ZONE, LANGUAGE, LIVES_AT, ZONE
from advisor_app.storage.settings import read_setting, write_setting
from advisor_app.storage.store import Transaction

HOME_BRANCH = "HOME"


class Setup:
    """First steps at a store."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def initialise(self, branch_name: str, country: str, zone: str = DEFAULT_ZONE) -> None:
        """Give a new store its home branch, to which clients without another belong."""
        home = Branch(new_key(), HOME_BRANCH, branch_name, country=country, zone=zone)
        with self._desk.writing() as transaction:
            write_branch(transaction, home)
            write_setting(transaction, ZONE, zone)
            facts.advance(transaction, self._desk.today())
            self._desk.record(transaction, Deed("store made"))

    def live_at(self, moment: datetime) -> None:
        """Make the store live at a moment of its own, as the demonstration does."""
        with self._desk.writing() as transaction:
            write_setting(transaction, LIVES_AT, moment.isoformat(timespec="minutes"))
            facts.advance(transaction, moment.date())
            self._desk.record(transaction, Deed("day set", subject=moment.date().isoformat()))

    def has_own_day(self) -> bool:
        """Whether the store lives at a moment of its own, as the demonstration does."""
        with self._desk.reading() as transaction:
            return read_setting(transaction, LIVES_AT) is not None

    def advisors(self) -> list[Advisor]:
        """Everybody who may be working here, by name."""
        with self._desk.reading() as transaction:
            return list_advisors(transaction)

    def choose_advisor(self, ref: str) -> Advisor:
        """Remember who works here; NoSuchAdvisor where the reference is unknown."""
        with self._desk.writing() as transaction:
            advisor = find_advisor(transaction, ref)
            if advisor is None:
                raise NoSuchAdvisor(ref)
            write_setting(transaction, ADVISOR, ref)
            self._desk.record(transaction, Deed("advisor chosen", subject=ref))
            return advisor

    def language(self) -> Language | None:
        """The language of the screens and papers; None before one is chosen."""
        with self._desk.reading() as transaction:
            return remembered_language(transaction)

    def choose_language(self, language: Language) -> None:
        """Remember the language of the screens and papers."""
        with self._desk.writing() as transaction:
            write_setting(transaction, LANGUAGE, language.value)
            self._desk.record(transaction, Deed("language chosen", subject=language.value))


def remembered_advisor(transaction: Transaction, ref: str | None) -> Advisor | None:
    """The advisor asked for, else the one chosen at first run; NoSuchAdvisor where unknown."""
    wanted = ref or read_setting(transaction, ADVISOR)
    if wanted is None:
        return None
    advisor = find_advisor(transaction, wanted)
    if advisor is None:
        raise NoSuchAdvisor(wanted)
    return advisor


def remembered_language(transaction: Transaction) -> Language | None:
    """The language chosen for this store."""
    value = read_setting(transaction, LANGUAGE)
    return None if value is None else Language(value)


def remembered_moment(transaction: Transaction) -> datetime | None:
    """The moment at which the store lives, where it has one of its own."""
    value = read_setting(transaction, LIVES_AT)
    return None if value is None else datetime.fromisoformat(value)


def remembered_zone(transaction: Transaction) -> str:
    """The bank's zone, as an IANA name."""
    return read_setting(transaction, ZONE) or DEFAULT_ZONE
