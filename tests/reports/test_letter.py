"""Letters, read back from the file: where the envelope's window is, and whatever stands in them."""

import sys
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from paper.hostile import HOSTILE, poisoned
from paper.reading import read

from advisor_app.domain.codes import Language
from advisor_app.reports.letter import render
from advisor_app.reports.letter_data import DateBox, LetterData, Listed, Prose


def letter(**changed: Any) -> LetterData:
    start = datetime(2026, 4, 30, 16, 0)  # noqa: DTZ001 wall time
    box = DateBox(
        "jeudi 30 avril 2026 à 16 h 00",
        ("à l’agence de Villeneuve", "comptez une heure environ"),
        start,
        start.replace(hour=17),
        "dans votre agenda",
    )
    topics = Listed("Nous parlerons de", ("votre projet", "vos réserves"))
    bring = Listed("Utile à apporter", ("votre relevé de carrière",), tick=True)
    data = LetterData(
        language=Language.FR,
        title="Et si nous faisions connaissance ?",
        letterhead=("Agence de Villeneuve", "8 place du Marché", "35990 Villeneuve-sur-Aure"),
        sender=("Claire Morvan", "votre interlocuteur", "claire.morvan@banque.example"),
        address=("Monsieur et Madame Lemoine", "5 chemin des Saules", "35991 Saint-Aubin"),
        place_and_date="Villeneuve-sur-Aure, le 23 avril 2026",
        subject="Et si nous faisions connaissance ?",
        greeting="Madame, Monsieur,",
        parts=(Prose("Je vous propose de vous recevoir :"), box, (topics, bring)),
        closing="Au plaisir de vous rencontrer,",
        signatures=("Claire Morvan",),
        footer="Pour ne plus recevoir de proposition, dites-le à votre agence.",
        by_hand=True,
        large=False,
    )
    return replace(data, **changed)


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


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field_is_printed_as_text(text: str) -> None:
    pdf, pages = render(poisoned(letter(), text))
    printed = read(pdf)
    assert len(printed.pages) == pages
    assert printed.embedded


def test_no_text_opens_a_file_or_reaches_the_network() -> None:
    touched: list[str] = []
    watching = True

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if watching and event in {"open", "socket.connect", "socket.getaddrinfo", "os.listdir"}:
            touched.append(f"{event} {arguments[0]}")

    render(letter())
    sys.addaudithook(hook)
    for text in HOSTILE:
        render(poisoned(letter(), text))
    watching = False
    allowed = ("/fonts/", "/icons/", "/translations/", ".pyc", ".py", "locale-data")
    assert [one for one in touched if not any(part in one for part in allowed)] == []
