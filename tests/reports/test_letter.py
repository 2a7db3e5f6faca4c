"""Letters, read back from the file: where the envelope's window is, and whatever stands in them."""

from collections.abc import Callable

import pytest
from paper.hostile import HOSTILE, poisoned
from paper.reading import read
from paper.samples import invitation, letter

from advisor_app.reports.letter import render
from advisor_app.reports.letter_data import LetterData, Prose


def test_everything_is_printed_on_one_page_in_the_letters_language() -> None:
    data = letter()
    pdf, pages = render(data)
    printed = read(pdf)
    assert pages == len(printed.pages) == 1
    assert printed.language == "fr"
    assert printed.title.replace("\N{NO-BREAK SPACE}", " ") == data.title
    assert printed.embedded
    for text in (*data.address, *data.letterhead, *data.sender, data.greeting, "P.-S."):
        assert text in printed.text
    assert "jeudi 30 avril 2026 à 16 h 00" in printed.text


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert render(letter()) == render(letter())


def test_older_readers_get_larger_type() -> None:
    usual, large = (read(render(letter(large=large))[0]).sizes for large in (False, True))
    assert 10.5 in usual
    assert 12 in large
    assert 10.5 not in large


def test_nothing_is_smaller_than_a_footer() -> None:
    sizes = read(render(letter())[0]).sizes
    assert min(sizes) == 8.5
    assert min(sizes - {8.5}) >= 9.5


NAMES = (
    "Villeneuve-lès-Avignon Centre",
    "Agence de Villeneuve-Saint-Georges-sur-Marne, place de l’Hôtel-de-Ville",
    "Caisse régionale de crédit mutuel et d’épargne des Hautes Vallées et du Plateau",
    "Bankfiliale Donaudampfschifffahrtsgesellschaft-Hauptverwaltung Obermarchtal",
)


def letters_of(text: str) -> str:
    """Letters and digits alone, wherever the lines end."""
    return "".join(char for char in text if char.isalnum())


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_a_bank_or_branch_is_never_cut(name: str) -> None:
    street = "Résidence des Grands-Augustins, bâtiment C, 127 bis avenue du Maréchal"
    sender = ("Marie-Antoinette de la Tour d’Auvergne-Lauraguais de Saint-Exupéry", "vous", name)
    head = read(render(letter(letterhead=(name, name, street), sender=sender))[0]).pages[0]
    found = letters_of(head)
    assert "…" not in head
    assert found.count(letters_of(name)) == 3
    assert letters_of(street) in found
    assert letters_of(sender[0]) in found


def test_a_short_name_keeps_the_large_type() -> None:
    assert 15.8 in read(render(letter())[0]).sizes
    assert 15.8 not in read(render(letter(letterhead=(NAMES[2],)))[0]).sizes


def test_a_long_letter_goes_on_and_loses_nothing() -> None:
    parts = tuple(Prose(f"Paragraphe {number}. " + "Une phrase. " * 20) for number in range(20))
    pdf, pages = render(letter(parts=parts))
    printed = read(pdf)
    assert pages == len(printed.pages) > 1
    assert all(f"Paragraphe {number}." in printed.text for number in range(20))
    assert "Claire Morvan" in printed.pages[-1]


def test_two_sign() -> None:
    printed = read(render(letter(signatures=("Jean-Marc Thibault", "Claire Morvan")))[0])
    assert "Jean-Marc Thibault" in printed.text


@pytest.mark.parametrize("kind", [letter, invitation])
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field_is_printed_as_text(
    text: str, kind: Callable[[], LetterData]
) -> None:
    pdf, pages = render(poisoned(kind(), text))
    printed = read(pdf)
    assert len(printed.pages) == pages
    assert printed.embedded
