"""Why a client is suggested, in sentences that could be read aloud to the client."""

from datetime import date

from advisor_app.domain.codes import Kind, State, Title
from advisor_app.domain.life_projects import LifeProject
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.suggestions.facts import (
    CLIENT_WROTE,
    ERRANDS_ONLY,
    KEY_BIRTHDAY,
    NOT_INTRODUCED,
    PROJECT_DONE,
    PROJECT_NOTED,
    PROJECT_SIGNALLED,
    Fact,
    FactKind,
)
from advisor_app.domain.suggestions.playbook import Mention, Playbooks
from advisor_app.domain.suggestions.suggestion import Suggestion
from advisor_app.i18n import _, language, ngettext, pgettext
from advisor_app.i18n.formats import ago, counted, month_and_year, plain_date
from advisor_app.i18n.signal_reasons import NAMED_REASONS, SAID_REASONS, SIGNAL_REASONS


def who_is(kind: Kind, title: Title | None, *, several: bool = False) -> str:
    """The context by which the sentences agree; neutral where a title is unknown."""
    if several:
        return "several"
    if kind is Kind.COMPANY:
        return "company"
    return {Title.MR: "masculine", Title.MRS: "feminine", None: "neutral"}[title]


def suggestion_sentence(suggestion: Suggestion, who: str, today: date, books: Playbooks) -> str:
    """Why now: the subject's strongest fact, and what the relation shows beside it."""
    told = [fact for fact in suggestion.reasons if fact.mention is not Mention.NEVER]
    own = [fact for fact in told if fact.subject == suggestion.subject][:1]
    touch = [fact for fact in told if fact.kind is FactKind.PRESENCE and fact not in own][:1]
    sentences = [reason_sentence(fact, who, today, books) for fact in own + touch]
    return " ".join(sentences) or _subject_alone(books.projects[suggestion.subject])


def reason_sentence(fact: Fact, who: str, today: date, books: Playbooks) -> str:
    """One fact as a sentence; a fact that is never mentioned is told by its subject alone."""
    project = books.projects[fact.subject]
    if fact.mention is Mention.NEVER:
        return _subject_alone(project)
    if fact.kind is FactKind.PRESENCE:
        return _presence(fact, who, today)
    if fact.kind is FactKind.PROJECT:
        return _project(fact, who, project)
    if fact.code == CLIENT_WROTE:
        return _wrote(fact, who)
    if fact.code == KEY_BIRTHDAY:
        return _key_birthday(fact)
    return _signal(fact)


def _subject_alone(project: LifeProject) -> str:
    label = project.label.in_language(language())
    return _("It is a good moment to talk about this: {project}.").format(project=label)


def _signal(fact: Fact) -> str:
    if fact.code == "mortgage_simulator" and (fact.number or 0) > 1 and fact.on:
        return ngettext(
            "A mortgage was simulated {count} time online, last on {day}.",
            "A mortgage was simulated {count} times online, last on {day}.",
            fact.number or 0,
        ).format(count=counted(fact.number or 0), day=plain_date(fact.on))
    named = NAMED_REASONS.get(fact.code) if fact.name else None
    words = _(named or SIGNAL_REASONS[fact.code])
    day = plain_date(fact.on) if fact.on else ""
    month = month_and_year(fact.on) if fact.on else ""
    return words.format(day=day, month=month, name=fact.name, number=fact.number)


def _key_birthday(fact: Fact) -> str:
    day = plain_date(fact.on) if fact.on else ""
    words = _("On {day}, the birthday of {years} years is a good moment to look ahead.")
    return words.format(day=day, years=fact.number)


def _wrote(fact: Fact, who: str) -> str:
    number = fact.number or 0
    words = {
        "feminine": pgettext(
            "feminine", "She has written {count} times within a month and waits for a word."
        ),
        "masculine": pgettext(
            "masculine", "He has written {count} times within a month and waits for a word."
        ),
        "several": pgettext(
            "several", "They have written {count} times within a month and wait for a word."
        ),
    }.get(who) or _("{count} letters came within a month and wait for a word.")
    said = words.format(count=counted(number))
    return said[:1].upper() + said[1:]


def _presence(fact: Fact, who: str, today: date) -> str:
    if fact.code == NOT_INTRODUCED:
        return _not_introduced(who)
    if fact.code == ERRANDS_ONLY:
        return _errands(fact)
    if fact.on is None:
        return {
            State.ONLINE_ONLY: _("Contacts are online only, and there has been no meeting yet."),
            State.VOICE_ONLY: _("Contacts are by phone only, and there has been no meeting yet."),
        }.get(State(fact.code)) or _("There has been no meeting yet.")
    words = {
        State.ONLINE_ONLY: _("Contacts are online only; the last meeting was {ago}."),
        State.VOICE_ONLY: _("Contacts are by phone only; the last meeting was {ago}."),
        State.SILENT: _("There has been no contact lately; the last meeting was {ago}."),
    }.get(State(fact.code)) or _("The last meeting was {ago}.")
    return words.format(ago=ago(fact.on, today))


def _not_introduced(who: str) -> str:
    return {
        "feminine": pgettext("feminine", "She has never met you."),
        "masculine": pgettext("masculine", "He has never met you."),
        "several": pgettext("several", "They have never met you."),
        "company": pgettext("company", "This company has never met you."),
    }.get(who) or _("You have never met.")


def _errands(fact: Fact) -> str:
    number = fact.number or 0
    return ngettext(
        "There was {count} errand at the branch, and no talk.",
        "There were {count} errands at the branch, and no talk.",
        number,
    ).format(count=counted(number))


def _project(fact: Fact, who: str, project: LifeProject) -> str:
    label = project.label.in_language(language())
    when = _moment(fact.when) if fact.when else ""
    if fact.subject in SAID_REASONS and fact.code != PROJECT_DONE:
        if fact.on is None:
            return _subject_alone(project)
        return _(SAID_REASONS[fact.subject]).format(day=plain_date(fact.on))
    if fact.code == PROJECT_DONE:
        return _come_true(fact.subject).format(project=label, when=when)
    if fact.code == PROJECT_SIGNALLED:
        return _("A project seems to take shape: {project}.").format(project=label)
    if fact.code == PROJECT_NOTED:
        words = (
            _("A project was noted: {project}, {when}.")
            if when
            else _("A project was noted: {project}.")
        )
        return words.format(project=label, when=when)
    return _said(fact.subject, who, when).format(project=label, when=when)


def _moment(when: PartialDate) -> str:
    """A partial date with its preposition."""
    if when.month is None:
        return pgettext("moment", "in {year}").format(year=when.year)
    if when.day is None:
        month = month_and_year(when.first_day)
        return pgettext("moment", "in {month}").format(month=month)
    return pgettext("moment", "on {day}").format(day=plain_date(when.first_day))


def _come_true(subject: str) -> str:
    return {
        "first_home": _("The keys of the first home were handed over {when}."),
        "retiring_now": _("Retirement began {when}."),
        "couple_union": _("The union was celebrated {when}."),
    }.get(subject) or _("A project has come true: {project}.")


def _said(subject: str, who: str, when: str) -> str:
    if when and subject == "retiring_now":
        return _retires(who)
    if subject == "birth_adoption":
        return _("A birth was announced {when}.") if when else _("A birth was announced.")
    return _spoke_with_date(who) if when else _spoke(who)


def _retires(who: str) -> str:
    return {
        "feminine": pgettext("feminine", "She retires {when}."),
        "masculine": pgettext("masculine", "He retires {when}."),
        "several": pgettext("several", "They retire {when}."),
    }.get(who) or _("Retirement begins {when}.")


def _spoke(who: str) -> str:
    return {
        "feminine": pgettext("feminine", "She spoke of a project: {project}."),
        "masculine": pgettext("masculine", "He spoke of a project: {project}."),
        "several": pgettext("several", "They spoke of a project: {project}."),
    }.get(who) or _("A project was spoken of: {project}.")


def _spoke_with_date(who: str) -> str:
    return {
        "feminine": pgettext("feminine", "She spoke of a project: {project}, {when}."),
        "masculine": pgettext("masculine", "He spoke of a project: {project}, {when}."),
        "several": pgettext("several", "They spoke of a project: {project}, {when}."),
    }.get(who) or _("A project was spoken of: {project}, {when}.")
