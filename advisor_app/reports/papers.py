"""Papers made from the services' answers, ready to be shown, printed or saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from advisor_app.domain.briefing import BriefedClient, Briefing
from advisor_app.domain.client_events import Invitation
from advisor_app.domain.codes import Language
from advisor_app.domain.day_briefing import DayBriefing
from advisor_app.domain.labels import LabelPlace
from advisor_app.domain.letters import LetterKind, MeetingSummary
from advisor_app.domain.meeting_kept import MeetingKept
from advisor_app.domain.sheet_choices import EVERYTHING, SheetChoices
from advisor_app.i18n import language as present_language
from advisor_app.i18n import speaking
from advisor_app.reports import daypack, handover, kpi_report, labels, letter, sheet
from advisor_app.reports.day_words import gather_day
from advisor_app.reports.gather import gather_sheet
from advisor_app.reports.handover_words import gather_handover
from advisor_app.reports.kpi_words import gather_report
from advisor_app.reports.letter_address import address_lines
from advisor_app.reports.letter_words import gather_invitation, gather_letter
from advisor_app.reports.sheet_data import Printing, SheetData
from advisor_app.reports.summary_words import letter_text, rewritten, summary_of
from advisor_app.services.kpis import ManagersReport


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished file and how many pages it has."""

    pdf: bytes
    pages: int


def make_sheet(
    briefing: Briefing,
    now: datetime,
    language: Language,
    printed_by: str | None = None,
    choices: SheetChoices = EVERYTHING,
) -> Paper:
    """The briefing sheet of one meeting; `printed_by` where it is not the advisor who meets."""
    return draw_sheet(word_sheet(briefing, now, language, printed_by, choices))


def draw_sheet(data: SheetData) -> Paper:
    """The sheet that `word_sheet` worded."""
    return Paper(sheet.render(data), sheet.PAGES)


def word_sheet(
    briefing: Briefing,
    now: datetime,
    language: Language,
    printed_by: str | None = None,
    choices: SheetChoices = EVERYTHING,
) -> SheetData:
    """What `make_sheet` draws: frozen values, which another process can be sent."""
    printing = Printing(printed_by or briefing.advisor.name, now, briefing.today)
    return gather_sheet(briefing, printing, language, choices)


def make_day_pack(
    day: DayBriefing,
    now: datetime,
    language: Language,
    printed_by: str | None = None,
    choices: SheetChoices = EVERYTHING,
) -> Paper:
    """The day pack of an advisor; as `make_sheet`."""
    printing = Printing(printed_by or day.advisor.name, now, now.date())
    data = gather_day(day, printing, language, choices)
    return Paper(daypack.render(data), daypack.page_count(data))


def make_day_cover(
    day: DayBriefing,
    now: datetime,
    language: Language,
    printed_by: str | None = None,
    choices: SheetChoices = EVERYTHING,
) -> Paper:
    """The first two pages of the day pack alone; as `make_day_pack`."""
    printing = Printing(printed_by or day.advisor.name, now, now.date())
    return Paper(
        daypack.render_cover(gather_day(day, printing, language, choices)), daypack.COVER_PAGES
    )


def make_day_end(
    day: DayBriefing,
    now: datetime,
    language: Language,
    printed_by: str | None = None,
    choices: SheetChoices = EVERYTHING,
) -> Paper:
    """The last two pages of the day pack alone; as `make_day_pack`."""
    printing = Printing(printed_by or day.advisor.name, now, now.date())
    return Paper(
        daypack.render_end(gather_day(day, printing, language, choices)), daypack.END_PAGES
    )


def make_letter(
    briefing: Briefing,
    kind: LetterKind,
    day: date,
    *,
    language: Language | None = None,
    summary: MeetingSummary | None = None,
    person: str = "",
) -> Paper:
    """A letter dated `day`, in the client's language unless told; as `gather_letter`."""
    data = gather_letter(briefing, kind, day, chosen=language, summary=summary, person=person)
    pdf, pages = letter.render(data)
    return Paper(pdf, pages)


def make_invitation(invitation: Invitation, day: date, language: Language | None = None) -> Paper:
    """The invitation to an event; as `make_letter`."""
    return Paper(*letter.render(gather_invitation(invitation, day, language)))


def make_summary(
    briefing: Briefing, kept: MeetingKept, day: date, chosen: Language | None = None
) -> Paper:
    """The letter after a meeting, from what was kept of it; as `make_letter`."""
    spoken = chosen or briefing.clients[0].language or present_language()
    summary = summary_of(kept, spoken)
    return make_letter(briefing, LetterKind.SUMMARY, day, language=spoken, summary=summary)


def draft_summary(
    briefing: Briefing, kept: MeetingKept, day: date, chosen: Language | None = None
) -> str:
    """The same as plain text, for a mail."""
    subject, text = draft_word(briefing, kept, day, chosen)
    return "\n\n".join(filter(None, (subject, text)))


def draft_word(
    briefing: Briefing, kept: MeetingKept, day: date, chosen: Language | None = None
) -> tuple[str, str]:
    """Its subject and its text, each to be changed by hand."""
    spoken = chosen or briefing.clients[0].language or present_language()
    summary = summary_of(kept, spoken)
    data = gather_letter(briefing, LetterKind.SUMMARY, day, chosen=spoken, summary=summary)
    return data.subject, letter_text(data)


def make_written(briefing: Briefing, kind: LetterKind, day: date, subject: str, text: str) -> Paper:
    """A letter whose subject and text somebody wrote, in the client's language; as `make_letter`.

    `text` begins with the greeting and ends with the closing, as `draft_summary` gives it.
    """
    data = gather_letter(briefing, kind, day)
    pdf, pages = letter.render(rewritten(data, subject, text))
    return Paper(pdf, pages)


def make_handover(
    briefing: Briefing, now: datetime, language: Language, printed_by: str | None = None
) -> Paper:
    """The handover sheet of a client; as `make_sheet`."""
    printing = Printing(printed_by or briefing.advisor.name, now, briefing.today)
    return Paper(handover.render(gather_handover(briefing, printing, language)), 1)


def make_labels(
    addressed: Sequence[Sequence[BriefedClient]], place: LabelPlace, language: Language
) -> Paper:
    """Address labels, each in its own client's form of address; `language` where none is known."""
    addresses = []
    for clients in addressed:
        with speaking(clients[0].language or language):
            addresses.append(address_lines(clients))
    return Paper(*labels.labels_pdf(addresses, place, language))


def make_report(
    report: ManagersReport, now: datetime, language: Language, printed_by: str | None = None
) -> Paper:
    """The manager's report; as `make_sheet`."""
    printing = Printing(printed_by or "", now, now.date())
    return Paper(kpi_report.render(gather_report(report, printing, language)), 1)
