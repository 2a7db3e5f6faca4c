"""What `suggest` and `why` answer, as text and as the JSON of docs/schemas."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from advisor_app.domain.keys import Key
from advisor_app.domain.suggestions.facts import Fact
from advisor_app.domain.suggestions.listing import DayList
from advisor_app.domain.suggestions.playbook import Playbooks
from advisor_app.domain.suggestions.rules import Kept
from advisor_app.domain.suggestions.suggestion import Named, Suggestion, Why
from advisor_app.i18n import _, language, ngettext
from advisor_app.i18n.formats import day_and_month, plain_date
from advisor_app.i18n.suggestion_rules import (
    form_sentence,
    how_the_list_is_made,
    part_label,
    rule_sentence,
)
from advisor_app.i18n.suggestion_wording import reason_sentence, suggestion_sentence, who_is


def list_json(
    listed: DayList,
    named: Mapping[Key, Named],
    on: date,
    asked: Mapping[str, Any],
    books: Playbooks,
) -> dict[str, Any]:
    """The list; docs/schemas/suggest.schema.json."""
    shown = [suggestion_json(one, named[one.client], on, books) for one in listed.shown]
    return {
        "on": on.isoformat(),
        **asked,
        "valid": len(listed.ranked),
        "suggestions": shown,
        "how": list(how_the_list_is_made()),
    }


def suggestion_json(
    suggestion: Suggestion, named: Named, on: date, books: Playbooks
) -> dict[str, Any]:
    """One suggestion with its parts and facts."""
    who = who_is(named.kind, named.title)
    return {
        "client": suggestion.ref,
        "name": named.name,
        "ritual": suggestion.ritual,
        "subject": suggestion.subject,
        "project": suggestion.project,
        "sentence": suggestion_sentence(suggestion, who, on, books),
        "reasons": [_fact_json(fact, who, on, books) for fact in suggestion.reasons],
        "from": suggestion.from_day.isoformat(),
        "until": suggestion.until_day.isoformat(),
        "minutes": suggestion.minutes,
        "attendees": list(suggestion.attendees),
        "place": suggestion.place.value if suggestion.place else None,
        "form": {
            "reason": suggestion.form_reason.value,
            "sentence": form_sentence(suggestion.form_reason),
            "call_basis": suggestion.call_basis.value if suggestion.call_basis else None,
            "event": suggestion.event,
        },
        "prepare": {"documents": list(suggestion.prepare), "minutes": suggestion.prepare_minutes},
        "parts": [
            {"part": part.part.value, "weight": part.weight, "question": part_label(part.part)}
            for part in suggestion.parts
        ],
        "drawn": suggestion.drawn,
    }


def _fact_json(fact: Fact, who: str, on: date, books: Playbooks) -> dict[str, Any]:
    return {
        "fact": fact.code,
        "subject": fact.subject,
        "strength": fact.strength,
        "said": fact.said,
        "on": fact.on.isoformat() if fact.on else None,
        "ref": fact.ref,
        "sentence": reason_sentence(fact, who, on, books),
    }


def why_json(why: Why, named: Named, books: Playbooks) -> dict[str, Any]:
    """Why a client is or is not on the list; docs/schemas/why.schema.json."""
    made = why.suggestion
    return {
        "on": why.on.isoformat(),
        "client": why.ref,
        "name": named.name,
        "place": why.place,
        "rank": why.rank,
        "suggestion": suggestion_json(made, named, why.on, books) if made else None,
        "kept_back": [_kept_json(kept, books) for kept in why.kept],
    }


def _kept_json(kept: Kept, books: Playbooks) -> dict[str, Any]:
    facts = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in kept.facts.items()
    }
    sentence = rule_sentence(kept, books)
    return {"subject": kept.subject, "rule": kept.rule.value, "facts": facts, "sentence": sentence}


def list_text(
    listed: DayList, named: Mapping[Key, Named], on: date, books: Playbooks
) -> Iterator[str]:
    """The list for reading."""
    if not listed.shown:
        yield _("There is nobody to suggest on {day}.").format(day=plain_date(on))
        return
    for number, suggestion in enumerate(listed.shown, 1):
        yield from _suggestion_text(number, suggestion, named[suggestion.client], on, books)
    others = len(listed.ranked) - len(listed.shown)
    if others:
        words = ngettext("{count} other suggestion", "{count} other suggestions", others)
        yield words.format(count=others)


def _suggestion_text(
    number: int, suggestion: Suggestion, named: Named, on: date, books: Playbooks
) -> Iterator[str]:
    ritual = books.rituals[suggestion.ritual].label.in_language(language())
    subject = books.projects[suggestion.subject].label.in_language(language())
    yield f"{number}. {named.name} ({named.ref}) · {ritual} · {subject}"
    yield "   " + suggestion_sentence(suggestion, who_is(named.kind, named.title), on, books)
    moment = _("from {first} to {last}").format(
        first=day_and_month(suggestion.from_day), last=day_and_month(suggestion.until_day)
    )
    length = _("{minutes} min").format(minutes=suggestion.minutes) if suggestion.minutes else ""
    parts = (moment, length, form_sentence(suggestion.form_reason))
    yield "   " + " · ".join(part for part in parts if part)
    if suggestion.drawn:
        yield "   " + _("Drawn from outside the usual circle.")


def why_text(why: Why, named: Named, books: Playbooks) -> Iterator[str]:
    """The explanation for reading."""
    yield f"{named.name} ({named.ref})"
    if why.place is not None:
        yield _("On the list, at place {place}.").format(place=why.place)
    elif why.rank is not None:
        yield _("Not on the list; at place {rank} of all suggestions.").format(rank=why.rank)
    else:
        yield _("Not on the list.")
    if why.suggestion is not None:
        yield from _suggestion_text(why.rank or 0, why.suggestion, named, why.on, books)
    for kept in why.kept:
        yield "- " + _kept_text(kept, books)


def _kept_text(kept: Kept, books: Playbooks) -> str:
    sentence = rule_sentence(kept, books)
    if kept.subject is None:
        return sentence
    subject = books.projects[kept.subject].label.in_language(language())
    return _("{subject}: {sentence}").format(subject=subject, sentence=sentence)
