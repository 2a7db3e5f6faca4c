"""Introductions after a change of advisor, as the client's page tells them."""

from datetime import date

from advisor_app.domain.codes import Announced
from advisor_app.domain.introductions import IntroductionSteps
from advisor_app.i18n import _, pgettext
from advisor_app.i18n.formats import long_date, plain_date


def announced_label(how: Announced) -> str:
    """How a change of advisor was told."""
    return {
        Announced.NONE: _("Not at all"),
        Announced.EMAIL: _("By e-mail"),
        Announced.LETTER: _("By letter"),
        Announced.CALL: _("By telephone"),
        Announced.IN_PERSON: _("In person"),
    }[how]


def served_words(steps: IntroductionSteps) -> str:
    """Since when the present advisor serves, and who did before."""
    return _("Served since {day}, before by {former}.").format(
        day=long_date(steps.from_day), former=steps.former or ""
    )


def step_lines(steps: IntroductionSteps) -> tuple[tuple[bool, str], ...]:
    """Announced, presented, acquainted: whether it is reached, and its words with the day."""
    told = steps.announced not in {None, Announced.NONE}
    announced = (
        pgettext("introduction", "Announced") if told else pgettext("introduction", "Not announced")
    )
    way = announced_label(steps.announced) if told and steps.announced else ""
    on = plain_date(steps.told_on) if told and steps.told_on else ""
    presented, met = steps.presented_on, steps.acquainted_on
    return (
        (told, " · ".join(filter(None, (announced, way, on)))),
        (
            presented is not None,
            _dated(pgettext("introduction", "Presented"), presented)
            if presented
            else _("A three-way meeting has not taken place"),
        ),
        (
            met is not None,
            _dated(pgettext("introduction", "Acquainted"), met)
            if met
            else _("A first meeting for two is still to come"),
        ),
    )


def three_words(steps: IntroductionSteps) -> str:
    """What comes first, where nobody met yet."""
    return _("A meeting together with {former} comes first.").format(former=steps.former or "")


def _dated(words: str, day: date) -> str:
    return f"{words} · {plain_date(day)}"
