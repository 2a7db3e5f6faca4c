"""A briefing becomes a letter's words, in the client's language; nothing of products or rates."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from advisor_app.domain.briefing import Briefing
from advisor_app.domain.briefing_rules import (
    ANNUAL_REVIEW,
    GET_ACQUAINTED,
    BriefingSubject,
    subject_of,
    told_to_all,
)
from advisor_app.domain.client_events import Invitation, is_evening
from advisor_app.domain.codes import Language, Place
from advisor_app.domain.letters import (
    MOST_DOCUMENTS,
    LetterKind,
    LetterTemplate,
    MeetingSummary,
)
from advisor_app.domain.life_projects import Tone
from advisor_app.domain.months import age_on
from advisor_app.i18n import language, speaking
from advisor_app.i18n.formats import listed, long_date, plain_date
from advisor_app.playbooks.letters import envelope_window, letter_template, letter_words
from advisor_app.playbooks.projects import life_projects
from advisor_app.playbooks.sheet_tables import NOTHING_TO_BRING, documents
from advisor_app.reports.letter_address import address_lines, greeting
from advisor_app.reports.letter_box import event_box, event_fields, letterhead, meeting_box
from advisor_app.reports.letter_data import DateBox, LetterData, Listed, Part, Prose
from advisor_app.reports.letter_relation import (
    change,
    former_period,
    introduction,
    invite,
    is_late,
    word,
)
from advisor_app.reports.letter_time import start_words
from advisor_app.reports.people_words import joint_name
from advisor_app.reports.relation_words import catalogue_of
from advisor_app.reports.sentences import within_sentence

# Over seventy is whoever has had the 70th birthday, as in the policy.
LARGE_TYPE_AGE = 70
MOST_TOPICS = 5
_BOTH = 2
# A line to write on: what is not known is filled in by hand, and never invented.
_BLANK = "\N{ONE DOT LEADER}" * 18
_OWN_PARAGRAPH = re.compile(
    r"(?s)(?:(?P<heading>[^\n]*)\n)?\{(?P<name>topics|documents|decisions)\}"
)
_GENTLE = frozenset({Tone.GRAVE, Tone.CAREFUL})


class _Told(NamedTuple):
    """What only some letters hold: one date in its frame, and what was decided."""

    box: DateBox | None = None
    decisions: tuple[str, ...] = ()


def gather_letter(
    briefing: Briefing,
    kind: LetterKind,
    day: date,
    *,
    chosen: Language | None = None,
    summary: MeetingSummary | None = None,
    person: str = "",
) -> LetterData:
    """The letter of this kind, dated `day`, in the chosen language, else in the client's.

    `summary` is for the letter after a meeting, `person` is who died, for the condolence. Nothing
    stands in it that one of several readers keeps from another. Raises NoFormerAdvisor for an
    introduction where nobody served before.
    """
    shown = told_to_all(briefing)
    spoken = chosen or shown.clients[0].language or language()
    with speaking(spoken):
        variant = "late" if is_late(shown, kind, day) else ""
        fields = _fields(shown, kind) | _summary_fields(summary) | {"person_name": person}
        told = _Told(meeting_box(shown), summary.decisions if summary else ())
        return _letter(shown, kind, day, letter_template(kind, spoken, variant), fields, told)


def gather_invitation(
    invitation: Invitation, day: date, chosen: Language | None = None
) -> LetterData:
    """The invitation to an event; as `gather_letter`."""
    shown, kind = told_to_all(invitation.briefing), LetterKind.INVITATION
    spoken = chosen or shown.clients[0].language or language()
    with speaking(spoken):
        template = letter_template(kind, spoken, "" if is_evening(invitation.event) else "day")
        fields = _fields(shown, kind) | event_fields(invitation.event)
        return _letter(shown, kind, day, template, fields, _Told(event_box(invitation)))


def _letter(
    briefing: Briefing,
    kind: LetterKind,
    day: date,
    template: LetterTemplate,
    fields: dict[str, str],
    told: _Told,
) -> LetterData:
    subject = _filled(template.subject, fields)
    return LetterData(
        language=language(),
        title=subject or joint_name(briefing.clients),
        letterhead=_named(briefing.bank.name, letterhead(briefing)),
        sender=_sender(briefing),
        address=address_lines(briefing.clients),
        place_and_date=_place_and_date(briefing, day),
        subject=subject,
        greeting=_filled(template.greeting, fields),
        parts=_joined(_parts(briefing, template, fields, told)),
        closing=_filled(template.closing, fields),
        signatures=_signatures(briefing, kind),
        footer=" ".join(_footer(briefing, kind)),
        by_hand=kind is LetterKind.PROPOSAL,
        large=any(
            client.birth_date and age_on(client.birth_date, day) >= LARGE_TYPE_AGE
            for client in briefing.clients
        ),
        bank=briefing.bank,
        window=envelope_window(_envelopes_of(briefing)),
    )


def _envelopes_of(briefing: Briefing) -> str | None:
    """The country whose envelopes are used: the branch's, else that of whom is written to."""
    country = briefing.branch.country if briefing.branch else None
    return country or briefing.clients[0].country


def _named(bank: str, branch: tuple[str, ...]) -> tuple[str, ...]:
    return (bank, *branch) if bank else branch


def _footer(briefing: Briefing, kind: LetterKind) -> Iterator[str]:
    """The bank's legal line, and how to have no more proposals."""
    if briefing.bank.legal:
        yield briefing.bank.legal
    if kind is LetterKind.PROPOSAL:
        yield word("footer")


def _parts(
    briefing: Briefing,
    template: LetterTemplate,
    fields: dict[str, str],
    told: _Told,
) -> Iterator[Part]:
    for paragraph in template.paragraphs:
        own = _OWN_PARAGRAPH.fullmatch(paragraph)
        if own:
            found = _listed(briefing, own["name"], own["heading"], told.decisions)
            if found.points:
                yield (found,)
        elif ("{start}" in paragraph and "\n" in paragraph) or paragraph == "{appointment}":
            if told.box:
                yield told.box
        elif text := _filled(paragraph, fields):
            yield from (Prose(line) for line in text.splitlines())


def _joined(parts: Iterator[Part]) -> tuple[Part, ...]:
    """Two lists that follow each other stand side by side."""
    joined: list[Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, tuple) and isinstance(last, tuple) and len(last) == 1:
            joined[-1] = (*last, *part)
        else:
            joined.append(part)
    return tuple(joined)


def _listed(
    briefing: Briefing, name: str, heading: str | None, decisions: tuple[str, ...]
) -> Listed:
    if name == "decisions":
        return Listed(heading or "", decisions or (word("nothing_yet"),))
    titled = "documents_at_hand" if name == "documents" and _stays(briefing) else name
    title = letter_words().list[titled].in_language(language())
    subject = subject_of(briefing)
    if name == "topics":
        return Listed(title, _topics(briefing, subject)[:MOST_TOPICS])
    return Listed(title, _documents(briefing, subject)[:MOST_DOCUMENTS], tick=True)


def _stays(briefing: Briefing) -> bool:
    """Whether the client is met where his papers are, or from afar: he carries nothing."""
    return briefing.visit is not None and briefing.visit.place is not Place.BRANCH


def _topics(briefing: Briefing, subject: BriefingSubject) -> tuple[str, ...]:
    project = catalogue_of(briefing).get(subject.code)
    words = letter_words().topic
    steps = project.agenda if project else ()
    return tuple(words[step.item].in_language(language()) for step in steps if step.item in words)


def _documents(briefing: Briefing, subject: BriefingSubject) -> tuple[str, ...]:
    project = catalogue_of(briefing).get(subject.code)
    codes = [code for code in project.documents if code != NOTHING_TO_BRING] if project else []
    return tuple(documents()[code].label.in_language(language()) for code in codes)


def _fields(briefing: Briefing, kind: LetterKind) -> dict[str, str]:
    advisor = briefing.advisor
    fields = {
        "greeting": greeting(briefing.clients),
        "advisor_name": advisor.name,
        "advisor_role": word("advisor_role"),
        "phone": advisor.phone or _BLANK,
        "email": advisor.email or _BLANK,
        "reason": _reason(subject_of(briefing)),
        "invite": invite(briefing),
        "change": change(briefing),
        "both": word("both") if len(briefing.clients) == _BOTH else "",
    }
    if briefing.visit:
        fields |= {
            "date_long": long_date(briefing.visit.start.date()),
            "start": start_words(briefing, briefing.visit),
        }
    if kind is LetterKind.INTRODUCTION:
        fields |= introduction(briefing)
    return fields


def _summary_fields(summary: MeetingSummary | None) -> dict[str, str]:
    if summary is None:
        return {}
    nothing = word("nothing_yet")
    next_day = long_date(summary.next_day) if summary.next_day else word("next_date_open")
    return {
        "understood": _stopped(summary.understood) if summary.understood else _BLANK,
        "advisor_todo": _stopped(listed(summary.bank_does) or nothing),
        "client_todo": _stopped(listed(summary.client_does) or nothing),
        "next_date": next_day,
    }


def _stopped(text: str) -> str:
    return text.rstrip(". ") + "."


def _reason(subject: BriefingSubject) -> str:
    """What is talked about; grief, and what the client must name first, are not named on paper."""
    words, project = letter_words().reason, life_projects().get(subject.code)
    if subject.code in {GET_ACQUAINTED, ANNUAL_REVIEW}:
        return words[subject.code].in_language(language())
    if project is None or project.only_if_said or project.tone in _GENTLE:
        return words["open"].in_language(language())
    label = _within_a_sentence(project.label.in_language(language()))
    return words["project"].in_language(language()).format(project=label)


def _within_a_sentence(label: str) -> str:
    """A label after a colon: its first part, with a small letter where the language wants one."""
    name, _colon, _more = label.partition(":")
    return within_sentence(name.rstrip())


def _sender(briefing: Briefing) -> tuple[str, ...]:
    advisor = briefing.advisor
    phone = word("direct_line").format(phone=advisor.phone) if advisor.phone else ""
    lines = (advisor.name, word("advisor_role"), phone, advisor.email or "")
    return tuple(line for line in lines if line)


def _place_and_date(briefing: Briefing, day: date) -> str:
    city = briefing.branch.city if briefing.branch else None
    if not city:
        return plain_date(day)
    return word("place_and_date").format(city=city, date=plain_date(day))


def _signatures(briefing: Briefing, kind: LetterKind) -> tuple[str, ...]:
    former = former_period(briefing) if kind is LetterKind.INTRODUCTION else None
    return (former.name, briefing.advisor.name) if former else (briefing.advisor.name,)


def _filled(text: str, fields: dict[str, str]) -> str:
    """The text with what is known in its places; a place without a word leaves no trace."""
    filled = text.format_map(_Known(fields))
    return re.sub(r"\s+([.,])(?=\s|$)", r"\1", re.sub(r"[ ]{2,}", " ", filled)).strip()


class _Known(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return ""
