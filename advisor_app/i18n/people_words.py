"""How people are named and addressed: one client, a couple, a household, a company."""

import unicodedata
from collections.abc import Sequence
from datetime import date

from advisor_app.domain.codes import Kind, Title
from advisor_app.domain.months import age_on
from advisor_app.domain.people import Person
from advisor_app.i18n import _, ngettext

_SHOWN = 2


def joint_name(people: Sequence[Person]) -> str:
    """The title of a row or page: "Camille et Julien Fournier"."""
    names = [person.name for person in people]
    if not names:
        return ""
    if len(names) == 1:
        return names[0]
    if len(names) > _SHOWN:
        others = len(names) - 1
        return ngettext(
            "{name} and {count} other person", "{name} and {count} other people", others
        ).format(name=names[0], count=others)
    first, second = people[0], people[1]
    if first.first_name and second.first_name and first.last_name == second.last_name:
        return _("{first} and {second}").format(first=first.first_name, second=second.name)
    return _("{first} and {second}").format(first=first.name, second=second.name)


def family_name(people: Sequence[Person]) -> str:
    """Last names, each once, where there is no room for more; all of the name where none is known."""
    names = dict.fromkeys(person.last_name for person in people if person.last_name)
    return " / ".join(names) or joint_name(people)


def agreement(people: Sequence[Person]) -> str:
    """The context by which words agree with these people; neutral where a title is unknown."""
    if len(people) > 1:
        return "several"
    if not people or people[0].kind is Kind.COMPANY:
        return "company"
    title = people[0].title
    if title is None:
        return "neutral"
    return "masculine" if title is Title.MR else "feminine"


def ages(people: Sequence[Person], today: date) -> str:
    """As in "34 et 36 ans"; empty where no birth date is known."""
    years = [age_on(person.birth_date, today) for person in people if person.birth_date]
    if not years:
        return ""
    if len(years) == 1:
        return ngettext("{years} year old", "{years} years old", years[0]).format(years=years[0])
    shown = [str(year) for year in years[:_SHOWN]]
    return _("{first} and {second} years old").format(first=shown[0], second=shown[1])


def aged(person: Person, today: date) -> str:
    """One person in a list of a household: "Louise, 3 mois"."""
    name = _isolated(person.first_name or person.name)
    if person.birth_date is None or person.birth_date > today:
        return name
    years = age_on(person.birth_date, today)
    if years >= _SHOWN:
        return _("{name} {years} years").format(name=name, years=years)
    months = _months(person.birth_date, today)
    return ngettext("{name} {count} month", "{name} {count} months", months).format(
        name=name, count=months
    )


def _isolated(name: str) -> str:
    """A name that runs from right to left, kept from turning the words around it.

    Only for lines on the screen: nobody searches, exports or prints these marks.
    """
    runs = any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in name)
    return f"\N{FIRST STRONG ISOLATE}{name}\N{POP DIRECTIONAL ISOLATE}" if runs else name


def age(birth: date, today: date) -> str:
    """As in "34 ans"; a small child's in months."""
    years = age_on(birth, today)
    if 0 <= years < _SHOWN and birth <= today:
        months = _months(birth, today)
        words = ngettext("{months} month old", "{months} months old", months)
        return words.format(months=months)
    return ngettext("{years} year old", "{years} years old", years).format(years=years)


def _months(birth: date, today: date) -> int:
    whole = (today.year - birth.year) * 12 + today.month - birth.month
    return whole - (birth.day > today.day)
