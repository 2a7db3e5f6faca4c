from datetime import date

import pytest

from advisor_app.domain.codes import Kind, Language, Title
from advisor_app.domain.people import Person
from advisor_app.i18n import speaking
from advisor_app.i18n.people_words import age, aged, ages, agreement, joint_name

DAY = date(2026, 4, 23)


def person(first: str | None, last: str | None, title: Title | None = None) -> Person:
    return Person(b"k" * 16, "C1", first, last, title=title)  # type: ignore[arg-type] # a key is bytes


COUPLE = (person("Camille", "Fournier"), person("Julien", "Fournier"))


@pytest.mark.parametrize(
    ("people", "name"),
    [
        (COUPLE, "Camille and Julien Fournier"),
        ((person("Ana", "Roux"), person("Luc", "Petit")), "Ana Roux and Luc Petit"),
        ((person("Léa", "Bertin"),), "Léa Bertin"),
        ((*COUPLE, person("Louise", "Fournier")), "Camille Fournier and 2 other people"),
        ((person(None, "Boulangerie du Fournil"),), "Boulangerie du Fournil"),
        ((person(None, None),), "C1"),
        ((), ""),
    ],
)
def test_a_household_is_named_by_who_decides(people: tuple[Person, ...], name: str) -> None:
    with speaking(Language.EN):
        assert joint_name(people) == name


def test_words_agree_with_who_they_are_about() -> None:
    company = Person(None, "C2", None, "SARL", kind=Kind.COMPANY)
    assert agreement((person("A", "B", Title.MRS),)) == "feminine"
    assert agreement((person("A", "B", Title.MR),)) == "masculine"
    assert agreement((person("A", "B"),)) == "neutral"
    assert agreement(COUPLE) == "several"
    assert agreement((company,)) == "company"


def test_ages_are_told_of_one_or_two() -> None:
    one = Person(None, "1", "Ana", "Roux", birth_date=date(1992, 4, 24))
    two = Person(None, "2", "Luc", "Roux", birth_date=date(1989, 12, 1))
    child = Person(None, None, "Louise", "Roux", birth_date=date(2026, 1, 14))
    with speaking(Language.EN):
        assert ages((one,), DAY) == "33 years old"
        assert ages((one, two), DAY) == "33 and 36 years old"
        assert ages(COUPLE, DAY) == ""
        assert aged(child, DAY) == "Louise 3 months"
        assert aged(one, DAY) == "Ana 33 years"
        assert aged(COUPLE[0], DAY) == "Camille"


@pytest.mark.parametrize(
    ("birth", "words"),
    [
        (date(2026, 4, 20), "0 months old"),
        (date(2026, 3, 23), "1 month old"),
        (date(2026, 1, 14), "3 months old"),
        (date(2024, 4, 24), "23 months old"),
        (date(2024, 4, 23), "2 years old"),
        (date(1991, 11, 8), "34 years old"),
    ],
)
def test_a_small_child_is_counted_in_months(birth: date, words: str) -> None:
    with speaking(Language.EN):
        assert age(birth, DAY) == words


def test_a_name_from_right_to_left_turns_no_words_around_it() -> None:
    hebrew = Person(None, None, "\u05e2\u05d1\u05e8", "Durand", birth_date=date(1996, 1, 1))
    said = aged(hebrew, date(2026, 4, 23))
    assert said.startswith("\u2068\u05e2\u05d1\u05e8\u2069 30")
    latin = Person(None, None, "Jeanne", "Durand", birth_date=date(1996, 1, 1))
    assert aged(latin, date(2026, 4, 23)).startswith("Jeanne 30")
