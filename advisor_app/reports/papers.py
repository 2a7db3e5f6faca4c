"""Papers made from the services' answers, ready to be shown, printed or saved."""

from dataclasses import dataclass
from datetime import date, datetime

from advisor_app.domain.briefing import Briefing, DayBriefing
from advisor_app.domain.codes import Language
from advisor_app.domain.letters import LetterKind, MeetingSummary
from advisor_app.reports import daypack, letter, sheet
from advisor_app.reports.day_words import gather_day
from advisor_app.reports.gather import gather_sheet
from advisor_app.reports.letter_words import gather_letter
from advisor_app.reports.sheet_data import Printing


@dataclass(frozen=True, slots=True)
class Paper:
    """A finished file and how many pages it has."""

    pdf: bytes
    pages: int


def make_sheet(
    briefing: Briefing, now: datetime, language: Language, printed_by: str | None = None
) -> Paper:
    """The briefing sheet of one meeting; `printed_by` where it is not the advisor who meets."""
    printing = Printing(printed_by or briefing.advisor.name, now, briefing.today)
    return Paper(sheet.render(gather_sheet(briefing, printing, language)), sheet.PAGES)


def make_day_pack(
    day: DayBriefing, now: datetime, language: Language, printed_by: str | None = None
) -> Paper:
    """The day pack of an advisor; as `make_sheet`."""
    printing = Printing(printed_by or day.advisor.name, now, now.date())
    data = gather_day(day, printing, language)
    return Paper(daypack.render(data), daypack.page_count(data))


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
