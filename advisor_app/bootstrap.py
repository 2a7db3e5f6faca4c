"""The only wiring: an open store becomes the services of one advisor.

Each service is imported when it is first used, so that starting stays quick.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from advisor_app.domain.codes import Language

if TYPE_CHECKING:
    from advisor_app.domain.bank_identity import BankIdentity
    from advisor_app.domain.organisation import Advisor
    from advisor_app.services.about import About
    from advisor_app.services.agenda import Agenda
    from advisor_app.services.attentions import Attentions
    from advisor_app.services.backups import Backups
    from advisor_app.services.booking import Appointments
    from advisor_app.services.busy_time import BusyTimes
    from advisor_app.services.calendar_entries import CalendarEntries
    from advisor_app.services.calendar_sync import CalendarSync
    from advisor_app.services.capacities import Capacities
    from advisor_app.services.client_edits import ClientEdits
    from advisor_app.services.client_merging import ClientMerging
    from advisor_app.services.client_page import ClientPages
    from advisor_app.services.client_record import ClientRecords
    from advisor_app.services.client_rights import ClientRights
    from advisor_app.services.commitments import Commitments
    from advisor_app.services.consents import Consents
    from advisor_app.services.contacts import Contacts
    from advisor_app.services.corrections import Corrections
    from advisor_app.services.daily_list import DailyLists
    from advisor_app.services.day_before import DaysBefore
    from advisor_app.services.desk import Desk
    from advisor_app.services.drafts import Drafts
    from advisor_app.services.exports import Exports
    from advisor_app.services.handovers import Handovers
    from advisor_app.services.households import Households
    from advisor_app.services.importing import Importing
    from advisor_app.services.introductions import Introductions
    from advisor_app.services.kept_pages import KeptPages
    from advisor_app.services.kpis import KpiReports
    from advisor_app.services.letters import Letters
    from advisor_app.services.moving import Moves
    from advisor_app.services.outcomes import Outcomes
    from advisor_app.services.owed import OwedThings
    from advisor_app.services.passphrases import Passphrases
    from advisor_app.services.pauses import Pauses
    from advisor_app.services.placing import Placing
    from advisor_app.services.policies import Policies
    from advisor_app.services.portfolio import Portfolio
    from advisor_app.services.portfolio_views import PortfolioViews
    from advisor_app.services.presence import PresenceService
    from advisor_app.services.project_edits import ProjectEdits
    from advisor_app.services.reminders import Reminders
    from advisor_app.services.rooms import Rooms
    from advisor_app.services.search import Search
    from advisor_app.services.security import Security
    from advisor_app.services.series import SeriesBooking
    from advisor_app.services.setup import Setup
    from advisor_app.services.sheets import Sheets
    from advisor_app.services.slots import SlotFinder
    from advisor_app.services.snoozing import Snoozing
    from advisor_app.services.steps_back import StepsBack
    from advisor_app.services.suggesting import Suggesting
    from advisor_app.services.summaries import Summaries
    from advisor_app.services.today import TodayPage
    from advisor_app.services.upkeep import Upkeep
    from advisor_app.services.week_plan import WeekPlanner
    from advisor_app.services.working_plan import WorkingPlans
    from advisor_app.storage.store import Store


class Services:
    """What the window and the command line may ask; one property a feature."""

    def __init__(self, desk: "Desk", language: Language | None) -> None:
        self._desk = desk
        self.language = language

    @property
    def advisor(self) -> "Advisor | None":
        """Who works here: `--as`, or the one chosen at first run."""
        return self._desk.advisor

    def work_for(self, ref: str) -> None:
        """Work for another advisor from now on; NoSuchAdvisor where the reference is unknown."""
        advisor = self.setup.choose_advisor(ref)
        self._desk = replace(self._desk, advisor=advisor)
        for name in vars(self).keys() - {"_desk", "language"}:
            delattr(self, name)

    def now(self) -> datetime:
        """The present moment in the bank's zone; the demonstration's own in its store."""
        return self._desk.now()

    def today(self) -> date:
        """The present day in the bank's zone."""
        return self._desk.today()

    @cached_property
    def setup(self) -> "Setup":
        """First steps at a store."""
        from advisor_app.services.setup import Setup

        return Setup(self._desk)

    @cached_property
    def about(self) -> "About":
        """What the program is."""
        from advisor_app.services.about import About

        return About(self._desk)

    @cached_property
    def working_plans(self) -> "WorkingPlans":
        """Hours, capacity, days away and rooms."""
        from advisor_app.services.working_plan import WorkingPlans

        return WorkingPlans(self._desk)

    @cached_property
    def daily_lists(self) -> "DailyLists":
        """How long the day's list is."""
        from advisor_app.services.daily_list import DailyLists

        return DailyLists(self._desk)

    @cached_property
    def placing(self) -> "Placing":
        """What was accepted and waits for a time."""
        from advisor_app.services.placing import Placing

        return Placing(self._desk, self.suggesting)

    @cached_property
    def policies(self) -> "Policies":
        """The bank's rules."""
        from advisor_app.services.policies import Policies

        return Policies(self._desk)

    @cached_property
    def presence(self) -> "PresenceService":
        """States and flags."""
        from advisor_app.services.presence import PresenceService

        return PresenceService(self._desk)

    @cached_property
    def client_page(self) -> "ClientPages":
        """The pages of households."""
        from advisor_app.services.client_page import ClientPages

        return ClientPages(self._desk)

    @cached_property
    def client_record(self) -> "ClientRecords":
        """The tabs of those pages."""
        from advisor_app.services.client_record import ClientRecords

        return ClientRecords(self._desk)

    @cached_property
    def client_edits(self) -> "ClientEdits":
        """Clients' files: added, corrected, closed."""
        from advisor_app.services.client_edits import ClientEdits

        return ClientEdits(self._desk)

    @cached_property
    def client_merging(self) -> "ClientMerging":
        """Two files of one person made one."""
        from advisor_app.services.client_merging import ClientMerging

        return ClientMerging(self._desk)

    @cached_property
    def capacities(self) -> "Capacities":
        """How full the weeks are."""
        from advisor_app.services.capacities import Capacities

        return Capacities(self._desk)

    @cached_property
    def households(self) -> "Households":
        """Who lives and decides together."""
        from advisor_app.services.households import Households

        return Households(self._desk)

    @cached_property
    def client_rights(self) -> "ClientRights":
        """Copies and erasures."""
        from advisor_app.services.client_rights import ClientRights

        return ClientRights(self._desk)

    @cached_property
    def project_edits(self) -> "ProjectEdits":
        """Life projects: added, changed, ended."""
        from advisor_app.services.project_edits import ProjectEdits

        return ProjectEdits(self._desk)

    @cached_property
    def commitments(self) -> "Commitments":
        """What was promised."""
        from advisor_app.services.commitments import Commitments

        return Commitments(self._desk)

    @cached_property
    def owed(self) -> "OwedThings":
        """What the advisor owes today."""
        from advisor_app.services.owed import OwedThings

        return OwedThings(self._desk, self.appointments, self.commitments)

    @cached_property
    def attentions(self) -> "Attentions":
        """Small attentions."""
        from advisor_app.services.attentions import Attentions

        return Attentions(self._desk)

    @cached_property
    def drafts(self) -> "Drafts":
        """What was being typed when the program stopped."""
        from advisor_app.services.drafts import Drafts

        return Drafts(self._desk)

    @cached_property
    def corrections(self) -> "Corrections":
        """Corrections of contacts."""
        from advisor_app.services.corrections import Corrections

        return Corrections(self._desk)

    @cached_property
    def consents(self) -> "Consents":
        """What clients agree to and prefer."""
        from advisor_app.services.consents import Consents

        return Consents(self._desk)

    @cached_property
    def portfolio(self) -> "Portfolio":
        """The portfolio as a list."""
        from advisor_app.services.portfolio import Portfolio

        return Portfolio(self._desk)

    @cached_property
    def kept_pages(self) -> "KeptPages":
        """What the window shows, kept for its next start."""
        from advisor_app.services.kept_pages import KeptPages

        return KeptPages(self._desk)

    @cached_property
    def portfolio_views(self) -> "PortfolioViews":
        """How the advisor looks at the portfolio."""
        from advisor_app.services.portfolio_views import PortfolioViews

        return PortfolioViews(self._desk)

    @cached_property
    def exports(self) -> "Exports":
        """What leaves the program for a spreadsheet, and why."""
        from advisor_app.services.exports import Exports

        return Exports(self._desk)

    @cached_property
    def snoozing(self) -> "Snoozing":
        """Putting the suggestions of several households off."""
        from advisor_app.services.snoozing import Snoozing

        return Snoozing(self._desk, self.suggesting)

    @cached_property
    def rooms(self) -> "Rooms":
        """Where to meet."""
        from advisor_app.services.rooms import Rooms

        return Rooms(self._desk)

    @cached_property
    def search(self) -> "Search":
        """Finds clients and projects by words."""
        from advisor_app.services.search import Search

        return Search(self._desk, self.portfolio)

    @cached_property
    def today_page(self) -> "TodayPage":
        """The advisor's day."""
        from advisor_app.services.today import TodayPage

        return TodayPage(self._desk, self.suggesting)

    @cached_property
    def sheets(self) -> "Sheets":
        """Briefing sheets and day packs."""
        from advisor_app.services.sheets import Sheets

        return Sheets(self._desk)

    def bank(self) -> "BankIdentity":
        """How the bank presents itself: `bank.toml` beside the store, read anew; BadIdentity."""
        from advisor_app.exchange.bank_identity import read_identity

        return read_identity(self._desk.store.path.parent)

    @cached_property
    def kpi_reports(self) -> "KpiReports":
        """The figures of an advisor or a branch."""
        from advisor_app.services.kpis import KpiReports

        return KpiReports(self._desk)

    @cached_property
    def handovers(self) -> "Handovers":
        """Handover sheets."""
        from advisor_app.services.handovers import Handovers

        return Handovers(self._desk, self.sheets)

    @cached_property
    def letters(self) -> "Letters":
        """Letters to clients."""
        from advisor_app.services.letters import Letters

        return Letters(self._desk, self.sheets, self.bank)

    @cached_property
    def appointments(self) -> "Appointments":
        """Booking, and what becomes of appointments."""
        from advisor_app.services.booking import Appointments

        return Appointments(self._desk)

    @cached_property
    def days_before(self) -> "DaysBefore":
        """Whom to remind of tomorrow's meetings."""
        from advisor_app.services.day_before import DaysBefore

        return DaysBefore(self._desk)

    @cached_property
    def steps_back(self) -> "StepsBack":
        """Appointments put back where they stood."""
        from advisor_app.services.steps_back import StepsBack

        return StepsBack(self._desk)

    @cached_property
    def outcomes(self) -> "Outcomes":
        """What is told of meetings that are over."""
        from advisor_app.services.outcomes import Outcomes

        return Outcomes(self._desk)

    @cached_property
    def summaries(self) -> "Summaries":
        """What was kept of meetings, for the day after."""
        from advisor_app.services.summaries import Summaries

        return Summaries(self._desk)

    @cached_property
    def introductions(self) -> "Introductions":
        """How well clients and their advisors know each other."""
        from advisor_app.services.introductions import Introductions

        return Introductions(self._desk)

    @cached_property
    def moves(self) -> "Moves":
        """Moving appointments."""
        from advisor_app.services.moving import Moves

        return Moves(self._desk)

    @cached_property
    def agenda(self) -> "Agenda":
        """The advisor's week."""
        from advisor_app.services.agenda import Agenda

        return Agenda(self._desk)

    @cached_property
    def busy_times(self) -> "BusyTimes":
        """The advisor's own calendar."""
        from advisor_app.services.busy_time import BusyTimes

        return BusyTimes(self._desk)

    @cached_property
    def calendar_sync(self) -> "CalendarSync":
        """The advisor's calendar on a server."""
        from advisor_app.services.calendar_sync import CalendarSync

        return CalendarSync(self._desk, self.busy_times)

    @cached_property
    def calendar_entries(self) -> "CalendarEntries":
        """Appointments for other calendars."""
        from advisor_app.services.calendar_entries import CalendarEntries

        return CalendarEntries(self._desk)

    @cached_property
    def slots(self) -> "SlotFinder":
        """Free times for a meeting."""
        from advisor_app.services.slots import SlotFinder

        return SlotFinder(self._desk)

    @cached_property
    def series(self) -> "SeriesBooking":
        """Series of appointments."""
        from advisor_app.services.series import SeriesBooking

        return SeriesBooking(self._desk)

    @cached_property
    def week_planner(self) -> "WeekPlanner":
        """Whole weeks planned from the suggestions."""
        from advisor_app.services.week_plan import WeekPlanner

        return WeekPlanner(self._desk, self.suggesting)

    @cached_property
    def contacts(self) -> "Contacts":
        """Noting contacts."""
        from advisor_app.services.contacts import Contacts

        return Contacts(self._desk)

    @cached_property
    def backups(self) -> "Backups":
        """Copies of the store."""
        from advisor_app.services.backups import Backups

        return Backups(self._desk, lambda: datetime.now(UTC))

    @cached_property
    def passphrases(self) -> "Passphrases":
        """What opens the store."""
        from advisor_app.services.passphrases import Passphrases

        return Passphrases(self._desk)

    @cached_property
    def pauses(self) -> "Pauses":
        """Whom the day's list leaves in peace."""
        from advisor_app.services.pauses import Pauses

        return Pauses(self._desk)

    @cached_property
    def security(self) -> "Security":
        """What protects the store while somebody works with it."""
        from advisor_app.services.security import Security

        return Security(self._desk)

    @cached_property
    def reminders(self) -> "Reminders":
        """Small things to remember about clients."""
        from advisor_app.services.reminders import Reminders

        return Reminders(self._desk)

    @cached_property
    def importing(self) -> "Importing":
        """A bank's files in, and out again."""
        from advisor_app.services.importing import Importing

        return Importing(self._desk)

    @cached_property
    def suggesting(self) -> "Suggesting":
        """Whom to meet, why, and why not."""
        from advisor_app.services.suggesting import Suggesting

        return Suggesting(self._desk)

    @cached_property
    def upkeep(self) -> "Upkeep":
        """Check and backup."""
        from advisor_app.services.upkeep import Upkeep

        return Upkeep(self._desk)


@contextmanager
def open_services(path: Path, passphrase: str, advisor: str | None = None) -> Iterator[Services]:
    """Open an existing store for one advisor; raises as `storage.open_store`, or NoSuchAdvisor."""
    from advisor_app.storage.store import open_store

    with _until_closed(open_store(path, passphrase)) as store:
        yield services_of(store, advisor)


@contextmanager
def recovered_services(path: Path, code: str, advisor: str | None = None) -> Iterator[Services]:
    """Open a store with its recovery code; NotARecoveryCode, or as `open_services`."""
    from advisor_app.services.passphrases import open_with_code

    with _until_closed(open_with_code(path, code)) as store:
        yield services_of(store, advisor)


@contextmanager
def new_services(path: Path, passphrase: str) -> Iterator[Services]:
    """Make an empty store; StoreExists if anything stands there already."""
    from advisor_app.storage.store import create_store

    with _until_closed(create_store(path, passphrase)) as store:
        yield services_of(store, None)


@contextmanager
def _until_closed(store: "Store") -> "Iterator[Store]":
    """Close the store in the end, and leave no key of ours in memory."""
    try:
        yield store
    finally:
        store.close()
        store.key.wipe()


def services_of(store: "Store", advisor: str | None) -> Services:
    """The services over an open store, whose facts move on to the present day."""
    from advisor_app.services import setup
    from advisor_app.services.daily_pass import begin_day
    from advisor_app.services.desk import Desk

    with store.reading() as transaction:
        own_moment = setup.remembered_moment(transaction)
        zone = ZoneInfo(setup.remembered_zone(transaction))
        language = setup.remembered_language(transaction)
        works = setup.remembered_advisor(transaction, advisor)
    desk = Desk(store, clock_of(own_moment, zone), works)
    begin_day(desk)
    return Services(desk, language)


def clock_of(own_moment: datetime | None, zone: ZoneInfo) -> Callable[[], datetime]:
    """The store's own moment, standing still, or the real time in the bank's zone."""
    if own_moment is not None:
        fixed = own_moment.replace(tzinfo=zone)
        return lambda: fixed
    return lambda: datetime.now(zone)
