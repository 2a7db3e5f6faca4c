"""Gathers a client's facts: what was said, what signals announce, and what the relation shows."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from advisor_app.domain.codes import Flag, ProjectSource, ProjectStatus, State
from advisor_app.domain.months import less_months, plus_months
from advisor_app.domain.suggestions.dossier import ClientDossier, DeliveredSignal, KnownProject
from advisor_app.domain.suggestions.facts import (
    CLIENT_WROTE,
    ERRANDS_ONLY,
    KEY_BIRTHDAY,
    LOSING_TOUCH,
    NOT_INTRODUCED,
    PROJECT_DONE,
    PROJECT_NOTED,
    PROJECT_SAID,
    PROJECT_SIGNALLED,
    Fact,
    FactKind,
)
from advisor_app.domain.suggestions.found import Found, conditions_hold, signal_fact
from advisor_app.domain.suggestions.playbook import Mention, SignalRule
from advisor_app.domain.suggestions.rulebook import DEFAULT_COUNTRY, RuleBook
from advisor_app.domain.suggestions.rules_of_holdings import CLIENT_FACTS, CONTRACTS
from advisor_app.domain.suggestions.rules_of_people import BIRTH, PEOPLE, birthday, children

DISTANT = frozenset({State.DRIFTING, State.VOICE_ONLY, State.ONLINE_ONLY, State.SILENT})
ATTENDED_MONTHS = 6
LEAD_MONTHS = 12
GESTURE_DAYS = 60
LETTERS_THAT_ASK = 2
BIRTHDAY_AROUND = timedelta(days=14)
REPEATED = {"mortgage_simulator": 4}
_NOTED = {
    ProjectSource.CLIENT: (PROJECT_SAID, 5),
    ProjectSource.ADVISOR: (PROJECT_NOTED, 4),
    ProjectSource.SIGNAL: (PROJECT_SIGNALLED, 3),
}


def facts_of(dossier: ClientDossier, book: RuleBook) -> list[Fact]:
    """Everything that speaks for meeting this client on the day, old facts too.

    Who objected to profiling is only taken at his word, and at what the relation itself shows.
    """
    facts = [*_projects(dossier, book), *_relation(dossier, book)]
    if dossier.no_profile:
        return [fact for fact in facts if fact.code not in {PROJECT_SIGNALLED, PROJECT_NOTED}]
    return [*facts, *signal_facts(dossier, book), *_key_birthdays(dossier, book)]


def signal_facts(dossier: ClientDossier, book: RuleBook) -> list[Fact]:
    """What the signals say: computed where there is a rule, else as delivered."""
    computed = list(_computed(dossier, book))
    if not dossier.signals:
        return computed
    known = {fact.code for fact in computed}
    return computed + [fact for fact in _delivered(dossier, book) if fact.code not in known]


def _projects(dossier: ClientDossier, book: RuleBook) -> Iterator[Fact]:
    for project in dossier.projects:
        if project.status in {ProjectStatus.HEARD, ProjectStatus.OPEN}:
            yield _project_fact(project, book)
        elif project.status is ProjectStatus.DONE:
            yield from _come_true(project, book)


def _project_fact(project: KnownProject, book: RuleBook) -> Fact:
    code, strength = _NOTED.get(
        project.source or ProjectSource.ADVISOR, _NOTED[ProjectSource.ADVISOR]
    )
    start, deadline = _best_time(project, book)
    said = code == PROJECT_SAID
    return Fact(
        code=code,
        subject=project.code,
        strength=strength,
        origin=f"said:{project.code}" if said else f"project:{project.ref}",
        kind=FactKind.PROJECT,
        start=start,
        deadline=deadline,
        # What was noted does not fade by itself: the daily pass expires it, or somebody drops it.
        holds_until=max(deadline, book.day),
        on=project.noted_on,
        said=said,
        ref=project.ref,
        when=project.target,
    )


def _best_time(project: KnownProject, book: RuleBook) -> tuple[date, date]:
    """From the lead after noting, or within the year before the target, until the target."""
    earliest, latest = book.playbooks.projects[project.code].lead_days
    noted = project.noted_on or book.day - timedelta(days=earliest)
    start, deadline = noted + timedelta(days=earliest), noted + timedelta(days=latest)
    if project.target is not None:
        start = max(start, less_months(project.target.first_day, LEAD_MONTHS))
        deadline = max(deadline, project.target.last_day)
    if project.attended_on is not None:
        start = max(start, plus_months(project.attended_on, ATTENDED_MONTHS))
    return start, max(start, deadline)


def _come_true(project: KnownProject, book: RuleBook) -> Iterator[Fact]:
    """A project that came true lately calls for a small attention, and for nothing else."""
    on = project.target.first_day if project.target else None
    if on is None or book.playbooks.projects[project.code].gesture_when_done is None:
        return
    until = on + timedelta(days=GESTURE_DAYS)
    if on <= book.day <= until:
        yield Fact(
            code=PROJECT_DONE,
            subject=project.code,
            strength=4,
            origin=f"project:{project.ref}",
            kind=FactKind.PROJECT,
            start=on,
            deadline=until,
            holds_until=until,
            on=on,
            ref=project.ref,
            when=project.target,
        )


def _computed(dossier: ClientDossier, book: RuleBook) -> Iterator[Fact]:
    for rule in _rules_of_people(dossier, book):
        if conditions_hold(rule.conditions, dossier, book.day):
            for found in PEOPLE[rule.kind](rule, dossier, book):
                yield from _made(rule.signal, found, dossier, book)
    yield from _computed_from_contracts(dossier, book)
    yield from _computed_from_client_facts(dossier, book)
    yield from _computed_from_household(dossier, book)


def _rules_of_people(dossier: ClientDossier, book: RuleBook) -> Iterator[SignalRule]:
    if dossier.birth_date is not None:
        yield from book.birth_rules.get(dossier.birth_date.year, ())
    if dossier.members:
        yield from _rules_of_children(dossier, book)
    # A review is due after a meeting, a welcome before the first one.
    yield from book.rules.get("since" if dossier.last_meeting is None else "presence", ())


def _rules_of_children(dossier: ClientDossier, book: RuleBook) -> Sequence[SignalRule]:
    """Those that may hold for an only child; of several children all that there are."""
    years = {birth.year for _, birth in children(dossier)}
    if len(years) > 1:
        return book.rules.get("members", ())
    return book.child_rules.get(years.pop(), ()) if years else ()


def _computed_from_contracts(dossier: ClientDossier, book: RuleBook) -> Iterator[Fact]:
    for contract in dossier.contracts:
        for rule in book.contract_rules.get(contract.family, ()):
            found = CONTRACTS[rule.kind](rule, contract, dossier, book)
            if found and conditions_hold(rule.conditions, dossier, book.day):
                yield from _made(rule.signal, found, dossier, book)


def _computed_from_client_facts(dossier: ClientDossier, book: RuleBook) -> Iterator[Fact]:
    if not dossier.facts:
        return
    for rule in book.rules.get("client_facts", ()):
        if rule.fact in dossier.facts and conditions_hold(rule.conditions, dossier, book.day):
            for found in CLIENT_FACTS[rule.kind](rule, dossier, book):
                yield from _made(rule.signal, found, dossier, book)


def _computed_from_household(dossier: ClientDossier, book: RuleBook) -> Iterator[Fact]:
    died_on = dossier.household_death
    for rule in book.rules.get("household", ()) if died_on else ():
        if died_on and (book.day - died_on).days <= rule.days[1]:
            until = died_on + timedelta(days=rule.days[1])
            found = Found(died_on, until, "bereavement", died_on)
            yield from _made(rule.signal, found, dossier, book)


def _made(code: str, found: Found, dossier: ClientDossier, book: RuleBook) -> Sequence[Fact]:
    signal = book.signals[code]
    return (signal_fact(signal, found),) if book.holds_in(signal, dossier.country) else ()


def _delivered(dossier: ClientDossier, book: RuleBook) -> Iterator[Fact]:
    times: dict[str, list[DeliveredSignal]] = {}
    for one in dossier.signals:
        if one.code in book.signals and one.on <= book.day:
            times.setdefault(one.code, []).append(one)
    for code, ones in times.items():
        yield from _made_delivered(code, ones, dossier, book)


def _made_delivered(
    code: str, ones: list[DeliveredSignal], dossier: ClientDossier, book: RuleBook
) -> Iterator[Fact]:
    signal = book.signals[code]
    last = max(one.on for one in ones)
    recent = [one for one in ones if (last - one.on).days <= GESTURE_DAYS // 2]
    origin = f"said:{signal.project}" if signal.said else f"signal:{code}"
    found = Found(last, last, origin, last, number=len(recent))
    for fact in _made(code, found, dossier, book):
        stronger = REPEATED.get(code, fact.strength) if len(recent) > 1 else fact.strength
        yield fact._replace(strength=max(fact.strength, stronger))


def _relation(dossier: ClientDossier, book: RuleBook) -> Iterator[Fact]:
    """Losing touch is itself a fact (PRODUCT.md); so is a client who writes and is not heard."""
    if Flag.NOT_INTRODUCED in dossier.flags:
        yield _presence(NOT_INTRODUCED, "get_acquainted", 5, dossier.assigned_from, book)
    if dossier.state in DISTANT:
        yield _presence(dossier.state.value, "annual_review", 4, dossier.last_meeting, book)
    if Flag.ERRANDS_ONLY in dossier.flags:
        last = max(dossier.errand_days, default=None)
        fact = _presence(ERRANDS_ONLY, "annual_review", 4, last, book)
        yield fact._replace(number=len(dossier.errand_days) or None)
    if len(dossier.contacts.wrote) >= LETTERS_THAT_ASK:
        yield _wrote(dossier, book)


def _presence(code: str, subject: str, strength: int, on: date | None, book: RuleBook) -> Fact:
    return Fact(
        code=code,
        subject=subject,
        strength=strength,
        origin=LOSING_TOUCH,
        kind=FactKind.PRESENCE,
        start=book.day,
        deadline=book.day + timedelta(days=60),
        holds_until=book.day,
        on=on,
    )


def _wrote(dossier: ClientDossier, book: RuleBook) -> Fact:
    wrote = dossier.contacts.wrote
    return Fact(
        code=CLIENT_WROTE,
        subject="annual_review",
        strength=5,
        origin="wrote",
        kind=FactKind.CONTACTS,
        said=True,
        start=book.day,
        deadline=wrote[0] + timedelta(days=30),
        holds_until=book.day,
        on=wrote[0],
        number=len(wrote),
    )


def _key_birthdays(dossier: ClientDossier, book: RuleBook) -> Iterator[Fact]:
    birth = dossier.birth_date
    if birth is None:
        return
    for one in book.birthdays.get(birth.year, ()):
        here = one.country in {None, dossier.country or DEFAULT_COUNTRY}
        if here and one.project in _OWN_BIRTHDAYS:
            event = birthday(birth, one.age)
            if abs(event - book.day) <= BIRTHDAY_AROUND:
                yield _birthday_fact(one.project, one.age, event)


# The other key birthdays of the table are a child's, which child_10 and child_17 tell.
_OWN_BIRTHDAYS = frozenset(
    {"young_adult", "retirement_planning", "retiring_now", "succession_gifts"}
)


def _birthday_fact(project: str, age: int, event: date) -> Fact:
    return Fact(
        code=KEY_BIRTHDAY,
        subject=project,
        strength=2,
        origin=BIRTH,
        kind=FactKind.BIRTHDAY,
        start=event - BIRTHDAY_AROUND,
        deadline=event + BIRTHDAY_AROUND,
        holds_until=event + BIRTHDAY_AROUND,
        on=event,
        mention=Mention.NEUTRAL,
        number=age,
    )
