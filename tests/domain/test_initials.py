"""Names as initials, and names that are known found in what somebody typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.initials import initials, parts_of, without_names

KNOWN = parts_of(["Camille", "Fournier", "Jean-Marc", "de La Tour", "René", "O’Neill-Łódź", "小明"])


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Camille", "C."),
        ("Jean-Marc Thibault", "J.-M. T."),
        ("de La Tour du Pin", "T. P."),
        ("élodie", "É."),
        ("Établissements Vve Joseph Martin & Fils, SARL", "É. V. J."),
        ("<b>Anne</b>", "B."),
        ("فاطمة", "ف."),
        ("Lê", "L."),
        ("🌻", "•"),
        ("", ""),
    ],
)
def test_a_name_is_the_first_letters_of_its_words(name: str, short: str) -> None:
    assert initials(name) == short


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("camille préfère le thé", "C. préfère le thé"),
        ("FOURNIER. Puis Camillette", "F. Puis Camillette"),
        ("Camilles Wohnung, Fournier's house", "C. Wohnung, F.'s house"),
        ("Jean-Marc et jean marc", "J.-M. et J. M."),
        ("Rene\u0301, RENÉ, Rene", "R., R., R."),
        ("Cam\u200bille", "C."),
        ("lodz, o'neill", "L., o'N."),
        ("de la tour", "de la T."),
        ("écrire à camille.fournier@orme.example", "écrire à •••"),
        ("问小明先生", "问小.先生"),
        ("le thé", "le thé"),
    ],
)
def test_a_known_name_is_found_whatever_its_case_and_accents(text: str, covered: str) -> None:
    assert without_names(text, KNOWN) == covered


def test_nothing_known_changes_nothing() -> None:
    assert without_names("Camille", frozenset()) == "Camille"
    assert parts_of([None, "", "de la", "X"]) == frozenset()


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_no_known_name_survives_whatever_stands_around_it(text: str) -> None:
    covered = without_names(f"{text} Camille {text}", KNOWN)
    assert "camille" not in {word.casefold() for word in covered.split()}


@given(st.text(max_size=40))
def test_initials_are_short_and_never_fail(name: str) -> None:
    assert len(initials(name).split()) <= 3
