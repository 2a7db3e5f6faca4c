"""The rules of the day on page 2, at most four, and what the clients agreed to."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from advisor_app.domain.briefing import Briefing
from advisor_app.domain.briefing_rules import (
    agrees_to,
    fact_days,
    introduces,
    protections,
    refused_uses,
)
from advisor_app.domain.codes import ConsentUse, Place
from advisor_app.domain.months import age_on, less_months
from advisor_app.i18n import _, pgettext
from advisor_app.i18n.formats import plain_date
from advisor_app.reports.sentences import within_sentence
from advisor_app.reports.sheet_data import ContactLine

MOST = 4
_CONTACT_USES = (ConsentUse.LETTER, ConsentUse.PHONE, ConsentUse.EMAIL, ConsentUse.SMS)
_LAST_ADVICE = "advice_on"
# How long an investor profile is usually taken to hold (DOMAIN.md, 7.5).
_PROFILE_MONTHS = 24
# At home, the presence of a relative is offered from this age on (DOMAIN.md, 7.3).
_VERY_OLD = 80


def rules(briefing: Briefing) -> tuple[str, ...]:
    """What binds today, most important first and no more than four (`briefing_sheet.toml`)."""
    return tuple(islice(_rules(briefing), MOST))


def _rules(briefing: Briefing) -> Iterator[str]:
    for measure in protections(briefing)[:1]:
        yield _protected(measure)
    yield from _place(briefing)
    if any(client.no_profile for client in briefing.clients):
        yield _("Objects to profiling: only what was said is on this sheet.")
    refused = [within_sentence(consent_words(use)) for use in refused_uses(briefing)]
    if refused:
        yield _("Refused: {uses}.").format(uses=", ".join(refused))
    if len(briefing.members) > 1 and not agrees_to(briefing, ConsentUse.SHARE_IN_HOUSEHOLD):
        yield _("Nothing of one member's affairs to another without consent.")
    yield _profile(briefing)
    yield _("In the note: no health, no religion, no opinions.")


def _protected(measure: str) -> str:
    if not measure:
        return _("A protection measure is noted: decide nothing without the representative.")
    return _("Protection measure: {measure}.").format(measure=measure.rstrip(". "))


def _place(briefing: Briefing) -> Iterator[str]:
    visit = briefing.visit
    if visit is None:
        return
    if introduces(briefing):
        yield _("Introduction: nothing is sold; who served before leaves before the end.")
    if visit.place in {Place.HOME, Place.WORKPLACE}:
        yield _("Outside the branch: no signature today, and a right of withdrawal.")
        if any(_is_very_old(client.birth_date, briefing.today) for client in briefing.clients):
            yield _("80 years or more, at home: offer that a relative be present.")
    if visit.place in {Place.PHONE, Place.VIDEO}:
        yield _("From afar: make sure who is there; what leads to an order is recorded.")


def _is_very_old(birth: date | None, today: date) -> bool:
    return birth is not None and age_on(birth, today) >= _VERY_OLD


def _profile(briefing: Briefing) -> str:
    """Of which day the investor profile is, and that advice on investments is written up."""
    days = fact_days(briefing, _LAST_ADVICE)
    if not days:
        return _("Investor profile: no day known; any advice on investments is written up.")
    last = max(days)
    if last < less_months(briefing.today, _PROFILE_MONTHS):
        words = _("Investor profile of {day}, over two years old: renew it before any advice.")
    else:
        words = _("Investor profile of {day}; any advice on investments is written up.")
    return words.format(day=plain_date(last))


def contacts(briefing: Briefing) -> tuple[ContactLine, ...]:
    """The ways to reach them, ticked where everybody met has agreed."""
    return tuple(ContactLine(consent_words(use), agrees_to(briefing, use)) for use in _CONTACT_USES)


def consent_words(use: ConsentUse) -> str:
    """A use that a client agrees to, in one word or two."""
    return {
        ConsentUse.LETTER: pgettext("accepted", "Letters"),
        ConsentUse.PHONE: pgettext("accepted", "Phone"),
        ConsentUse.EMAIL: pgettext("accepted", "E-mail"),
        ConsentUse.SMS: pgettext("accepted", "SMS"),
        ConsentUse.MEETING: pgettext("accepted", "meetings"),
        ConsentUse.HOME_VISIT: pgettext("accepted", "home visits"),
        ConsentUse.EVENTS: pgettext("accepted", "events"),
        ConsentUse.PROXIMITY: pgettext("accepted", "distance to the branch"),
        ConsentUse.LIFE_EVENTS: pgettext("accepted", "life events"),
        ConsentUse.SHARE_IN_HOUSEHOLD: pgettext("accepted", "sharing in the household"),
        ConsentUse.INTRODUCTIONS: pgettext("accepted", "introductions"),
    }[use]
