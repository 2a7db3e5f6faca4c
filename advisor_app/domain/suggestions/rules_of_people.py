"""Signals computed from births, members of the household and the relation itself."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from advisor_app.domain.codes import Link, Segment
from advisor_app.domain.months import age_on, less_months, plus_months
from advisor_app.domain.retirement import earliest_retirement
from advisor_app.domain.suggestions.dossier import ClientDossier, HouseholdMember
from advisor_app.domain.suggestions.facts import LOSING_TOUCH
from advisor_app.domain.suggestions.found import Found, ahead
from advisor_app.domain.suggestions.playbook import SignalRule
from advisor_app.domain.suggestions.rulebook import DEFAULT_COUNTRY, RuleBook

BIRTH = "birth"
FEBRUARY = 2
# No segment is reviewed earlier; this only spares counting months for everybody met lately.
QUICKEST_REVIEW = timedelta(days=150)


def birthday(birth: date, age: int) -> date:
    """The day on which an age is reached; 1 March where 29 February is missing."""
    reached = plus_months(birth, age * 12)
    lost_a_day = (birth.month, birth.day) == (FEBRUARY, 29) and reached.day != birth.day
    return reached + timedelta(days=1) if lost_a_day else reached


def _birthday(rule: SignalRule, dossier: ClientDossier, book: RuleBook) -> Iterator[Found]:
    if dossier.birth_date is None:
        return
    for age in rule.ages:
        found = _birthday_ahead(dossier.birth_date, age, rule, book.day, BIRTH)
        if found:
            yield found


def _birthday_ahead(
    birth: date, age: int, rule: SignalRule, day: date, origin: str
) -> Found | None:
    event = birthday(birth, age)
    if not rule.months:
        return ahead(event, rule.days, day, origin)
    least, most = rule.months
    if not plus_months(day, least) <= event <= plus_months(day, most):
        return None
    return Found(less_months(event, most), less_months(event, least), origin, event)


def _birthday_in_year(rule: SignalRule, dossier: ClientDossier, book: RuleBook) -> Iterator[Found]:
    birth = dossier.birth_date
    if birth is not None and book.day.year - birth.year in rule.ages:
        yield _whole_year(birthday(birth, book.day.year - birth.year), BIRTH)


def _whole_year(event: date, origin: str, name: str | None = None) -> Found:
    first, last = date(event.year, 1, 1), date(event.year, 12, 31)
    return Found(first, last, origin, event, name=name)


def _age(rule: SignalRule, dossier: ClientDossier, book: RuleBook) -> Iterator[Found]:
    ages = rule.conditions.age
    if dossier.birth_date is None or ages is None:
        return
    age = age_on(dossier.birth_date, book.day)
    if not ages[0] <= age <= ages[1]:
        return
    last_day = birthday(dossier.birth_date, ages[1] + 1) - timedelta(days=1)
    yield Found(birthday(dossier.birth_date, ages[0]), last_day, BIRTH, number=age)


def _legal_age(rule: SignalRule, dossier: ClientDossier, book: RuleBook) -> Iterator[Found]:
    if dossier.birth_date is None:
        return
    country = dossier.country or DEFAULT_COUNTRY
    event = earliest_retirement(book.playbooks.retirement_ages, dossier.birth_date, country)
    if event and book.day <= event <= plus_months(book.day, rule.months[1]):
        yield Found(less_months(event, rule.months[1]), event, BIRTH, event)


def children(dossier: ClientDossier) -> Iterator[tuple[HouseholdMember, date]]:
    """The children of the household whose birth is known, each with it."""
    for member in dossier.members:
        if member.link is Link.CHILD and member.birth_date is not None:
            yield member, member.birth_date


def _origin(birth: date) -> str:
    return f"child:{birth}"


def _child_birthday(rule: SignalRule, dossier: ClientDossier, book: RuleBook) -> Iterator[Found]:
    for child, birth in children(dossier):
        for age in rule.ages:
            found = _birthday_ahead(birth, age, rule, book.day, _origin(birth))
            if found:
                yield found._replace(name=child.first_name)


def _child_in_year(rule: SignalRule, dossier: ClientDossier, book: RuleBook) -> Iterator[Found]:
    for child, birth in children(dossier):
        age = book.day.year - birth.year
        if age in rule.ages:
            yield _whole_year(birthday(birth, age), _origin(birth), child.first_name)


def _child_born(rule: SignalRule, dossier: ClientDossier, book: RuleBook) -> Iterator[Found]:
    for child, birth in children(dossier):
        if rule.days[0] <= (book.day - birth).days <= rule.days[1]:
            until = birth + timedelta(days=rule.days[1])
            # The birth itself and the announcement of it are one thing.
            yield Found(birth, until, "said:birth_adoption", birth, name=child.first_name)


def _client_since(rule: SignalRule, dossier: ClientDossier, book: RuleBook) -> Iterator[Found]:
    if dossier.since is None or dossier.last_meeting is not None:
        return
    if rule.days[0] <= (book.day - dossier.since).days <= rule.days[1]:
        until = dossier.since + timedelta(days=rule.days[1])
        yield Found(dossier.since, until, LOSING_TOUCH, dossier.since)


def _review_due(_: SignalRule, dossier: ClientDossier, book: RuleBook) -> Iterator[Found]:
    last = dossier.last_meeting
    if last is None or book.day - last < QUICKEST_REVIEW:
        return
    due = plus_months(last, book.playbooks.segments[dossier.segment or Segment.MASS].review_months)
    if due <= book.day:
        yield Found(due, book.day, LOSING_TOUCH, last)


PEOPLE: dict[str, Callable[[SignalRule, ClientDossier, RuleBook], Iterator[Found]]] = {
    "birthday": _birthday,
    "birthday_in_year": _birthday_in_year,
    "age": _age,
    "legal_age": _legal_age,
    "child_birthday": _child_birthday,
    "child_in_year": _child_in_year,
    "child_born": _child_born,
    "client_since": _client_since,
    "review_due": _review_due,
}
