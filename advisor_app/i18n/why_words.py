"""Why a client stands where he does on the list: the parts, their facts, and what was kept back."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from advisor_app.domain.suggestions.playbook import Playbooks
from advisor_app.domain.suggestions.rules import Kept
from advisor_app.domain.suggestions.suggestion import Part, RankPart, Suggestion, Why
from advisor_app.i18n import _, language, ngettext
from advisor_app.i18n.formats import number, plain_date
from advisor_app.i18n.suggestion_rules import form_sentence, part_label, rule_sentence
from advisor_app.i18n.suggestion_wording import reason_sentence


class PartWords(NamedTuple):
    """One part of the order: what it asks, and what it counts for here."""

    asks: str
    counts: str


class FactWords(NamedTuple):
    """One fact: the sentence, its strength in words, and when it is about."""

    sentence: str
    strength: str


class WhyWords(NamedTuple):
    """All that explains one row."""

    place: str
    facts: tuple[FactWords, ...]
    parts: tuple[PartWords, ...]
    form: str
    kept: tuple[str, ...]


def why_words(why: Why, who: str, total: int, books: Playbooks) -> WhyWords:
    """The explanation; `who` is the agreement of the people, `total` how many are ranked."""
    one = why.suggestion
    return WhyWords(
        place=place_words(why, total),
        facts=fact_words(one, who, why.on, books) if one else (),
        parts=tuple(part_words(part) for part in one.parts) if one else (),
        form=form_words(one, books) if one else "",
        kept=tuple(kept_words(kept, books) for kept in why.kept),
    )


def place_words(why: Why, total: int) -> str:
    """Where it stands in the order, or how it came there."""
    if why.suggestion is None or why.rank is None:
        return _("There is no suggestion today.")
    if why.suggestion.drawn:
        return _(
            "Drawn from outside the usual circle; place {rank} of {total} in the order."
        ).format(rank=why.rank, total=total)
    return _("Place {rank} of {total} in the order.").format(rank=why.rank, total=total)


def fact_words(one: Suggestion, who: str, on: date, books: Playbooks) -> tuple[FactWords, ...]:
    """The facts that it stands on, the strongest first."""
    return tuple(
        FactWords(
            reason_sentence(fact, who, on, books),
            _("strength {strength} of 5").format(strength=fact.strength),
        )
        for fact in one.reasons
    )


def part_words(part: RankPart) -> PartWords:
    """A part: the strengths add up, every other part multiplies."""
    if part.part is Part.STRENGTH:
        points = round(part.weight)
        words = ngettext("{count} together", "{count} together", points)
        return PartWords(part_label(part.part), words.format(count=points))
    factor = number(Decimal(str(part.weight)))
    return PartWords(part_label(part.part), _("times {factor}").format(factor=factor))


def form_words(one: Suggestion, books: Playbooks) -> str:
    """Why in this form, and when."""
    ritual = books.rituals[one.ritual].label.in_language(language())
    return _("{ritual}, from {first} to {last}. {reason}").format(
        ritual=ritual,
        first=plain_date(one.from_day),
        last=plain_date(one.until_day),
        reason=form_sentence(one.form_reason),
    )


def kept_words(kept: Kept, books: Playbooks) -> str:
    """What was kept back, and why."""
    sentence = rule_sentence(kept, books)
    if kept.subject is None:
        return sentence
    subject = books.projects[kept.subject].label.in_language(language())
    return _("{subject}: {sentence}").format(subject=subject, sentence=sentence)
