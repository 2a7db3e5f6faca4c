"""What a letter says of the relation: who served before, how long, what is still owed."""

from datetime import date

from advisor_app.domain.briefing import Access, BookedVisit, Briefing, ServedPeriod
from advisor_app.domain.briefing_rules import has_met, last_meeting
from advisor_app.domain.codes import Party
from advisor_app.domain.letters import LetterKind, NoFormerAdvisor
from advisor_app.domain.months import age_on
from advisor_app.i18n import language
from advisor_app.i18n.formats import long_date, month_and_year
from advisor_app.playbooks.letters import letter_words


def introduction(briefing: Briefing) -> dict[str, str]:
    """The words of an introduction; NoFormerAdvisor where nobody served before."""
    former, present = former_period(briefing), _present(briefing)
    if former is None or present is None:
        raise NoFormerAdvisor(briefing.clients[0].ref)
    promises = [one.what for one in briefing.promises if one.by is Party.BANK and not one.done_on]
    return {
        "former_name": former.name,
        "date_long": long_date(present.from_day),
        "years": _years(former),
        "pending": word("pending").format(promises=", ".join(promises)) if promises else "",
        "call_window": word("call_window"),
    }


def is_late(briefing: Briefing, kind: LetterKind, day: date) -> bool:
    """Whether an introduction comes after the change that it tells of."""
    present = _present(briefing)
    return kind is LetterKind.INTRODUCTION and present is not None and present.from_day <= day


def _years(period: ServedPeriod) -> str:
    years = age_on(period.from_day, period.until_day) if period.until_day else 0
    if years > 1:
        return word("years").format(years=years)
    return word("year") if years else word("some_time")


def former_period(briefing: Briefing) -> ServedPeriod | None:
    """Who served last before the advisor who writes."""
    ended = [
        one for one in briefing.periods if one.until_day and one.advisor != briefing.advisor.key
    ]
    return max(ended, key=lambda one: one.from_day, default=None)


def _present(briefing: Briefing) -> ServedPeriod | None:
    served = [one for one in briefing.periods if one.advisor == briefing.advisor.key]
    return max(served, key=lambda one: one.from_day, default=None)


def company(briefing: Briefing, visit: BookedVisit) -> tuple[str, ...]:
    """With whom the meeting is, where somebody comes along; the former advisor is told as such."""
    if visit.colleague is None:
        return ()
    served = [one.advisor for one in briefing.periods if one.until_day]
    code = "former" if visit.colleague.key in served else "colleague"
    words = letter_words().company[code].in_language(language())
    return (words.format(advisor=briefing.advisor.name, name=visit.colleague.name),)


def access_words(access: Access | None) -> str:
    """How somebody who cannot climb steps gets in; nothing where it is not known."""
    return letter_words().access[access.value].in_language(language()) if access else ""


def invite(briefing: Briefing) -> str:
    """The question that a proposal opens with."""
    code = "again" if has_met(briefing) else "first"
    return letter_words().invite[code].in_language(language())


def change(briefing: Briefing) -> str:
    """What has passed since the client was last met, or who served before."""
    words, met, former = letter_words().change, last_meeting(briefing), former_period(briefing)
    if has_met(briefing) and met:
        return words["none"].in_language(language()).format(month=month_and_year(met.day))
    if former is None or former.until_day is None:
        return words["never"].in_language(language())
    month = month_and_year(former.until_day)
    return words["former"].in_language(language()).format(former_name=former.name, month=month)


def word(code: str) -> str:
    """A single phrase of the table, in the present language."""
    return letter_words().single[code].in_language(language())
