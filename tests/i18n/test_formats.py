"""The formats of DESIGN.md, section 7, as written there."""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal

import pytest

from advisor_app.domain.codes import Language
from advisor_app.domain.local_text import LocalText
from advisor_app.i18n import formats, speaking

DAY = date(2026, 4, 23)


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


TABLE: dict[str, tuple[Callable[[], str], tuple[str, str, str, str]]] = {
    "long date": (
        lambda: formats.long_date(DAY),
        (
            "jeudi 23 avril 2026",
            "Thursday 23 April 2026",
            "donderdag 23 april 2026",
            "Donnerstag, 23. April 2026",
        ),
    ),
    "short date": (
        lambda: formats.short_date(DAY, DAY),
        ("23 avr.", "23 Apr", "23 apr", "23. Apr."),
    ),
    "short date of another year": (
        lambda: formats.short_date(date(2023, 11, 9), DAY),
        ("9 nov. 2023", "9 Nov 2023", "9 nov 2023", "9. Nov. 2023"),
    ),
    "field": (
        lambda: formats.field_date(DAY),
        ("23/04/2026", "23/04/2026", "23-04-2026", "23.04.2026"),
    ),
    "count within a sentence": (
        lambda: formats.counted(2),
        ("deux", "two", "twee", "zwei"),
    ),
    "count of ten or more": (
        lambda: f"{formats.counted(9)} {formats.counted(10)}",
        ("neuf 10", "nine 10", "negen 10", "neun 10"),
    ),
    "first of month": (
        lambda: formats.day_and_month(date(2026, 5, 1)),
        ("1er mai", "1 May", "1 mei", "1. Mai"),
    ),
    "time": (
        lambda: formats.clock(time(10, 30)),
        ("10 h 30", "10:30", "10.30 uur", "10:30 Uhr"),
    ),
    "money": (
        lambda: formats.money(Decimal(285000)),
        ("285 000 €", "€285,000", "€ 285.000", "285.000 €"),
    ),
    "money with cents": (
        lambda: formats.money(Decimal("1077.92")),
        ("1 077,92 €", "€1,077.92", "€ 1.077,92", "1.077,92 €"),
    ),
    "share": (
        lambda: formats.percent(Decimal("0.58")),
        ("58 %", "58%", "58%", "58 %"),
    ),
    "share with decimals": (
        lambda: formats.percent(Decimal("0.3564"), 2),
        ("35,64 %", "35.64%", "35,64%", "35,64 %"),
    ),
}


@pytest.mark.parametrize("kind", TABLE)
def test_formats_are_those_of_the_design(kind: str) -> None:
    make, expected = TABLE[kind]
    spoken = []
    for language in Language:
        with speaking(language):
            spoken.append(plain(make()))
    assert tuple(spoken) == expected


def test_spaces_inside_an_amount_do_not_break() -> None:
    with speaking(Language.FR):
        assert " " not in formats.money(Decimal("1285000.50"))


def test_the_trades_texts_are_typeset() -> None:
    text = LocalText("Qu'est-ce qui presse ? « Rien »", "The lender's", "'s avonds", "Wie geht's?")
    assert text.fr == "Qu\u2019est-ce qui presse\u202f? «\u00a0Rien\u00a0»"
    assert text.en == "The lender\u2019s"
