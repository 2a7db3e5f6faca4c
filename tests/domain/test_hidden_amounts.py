"""Sums of money in texts: as the four languages write them, and as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.codes import Language
from advisor_app.domain.hidden_amounts import HIDDEN, without_amounts, without_numbers
from advisor_app.i18n import speaking
from advisor_app.i18n.formats import money


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("Prix visé 285 000 €, apport 42 000,50 €.", "Prix visé •••, apport •••."),
        ("€285,000 and £12.5k", "••• and •••"),
        ("€ 285.000,- per jaar", "••• per jaar"),
        ("CHF 1'200.– monatlich", "••• monatlich"),
        ("25 000 euros de côté", "••• de côté"),
        ("2 millions d’euros", "•••"),
        ("25k€ ou 300 $US", "••• ou •••"),
        ("3 Mio. Franken", "•••"),
    ],
)
def test_a_number_beside_a_currency_is_a_sum(text: str, covered: str) -> None:
    assert without_amounts(text) == covered


@pytest.mark.parametrize(
    "text",
    [
        "10 h 30 · 60 min · 35 %",
        "PEL 2026, depuis 3 ans",
        "tél. 04 65 71 20 20",
        "23/04/2026, 23.04.2026, 2026-04-23",
        "eurêka 2027",
        "Bureau 2",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert without_amounts(text) == text
    assert without_numbers(text) == text


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("il gagne 2400 net", "il gagne ••• net"),
        ("depuis 2019, 25 000 de côté", "depuis 2019, ••• de côté"),
        ("Lohn 3.200 brutto", "Lohn ••• brutto"),
        ("environ 25 k, 3 mille", "environ •••, •••"),
        ("1 million bij de bank", "••• bij de bank"),
    ],
)
def test_in_what_somebody_typed_a_large_number_is_a_sum_too(text: str, covered: str) -> None:
    assert without_numbers(text) == covered


@given(
    st.decimals(Decimal("0.01"), Decimal(99_999_999), places=2),
    st.sampled_from(list(Language)),
    st.sampled_from(["EUR", "CHF", "USD", "GBP", "SEK", "PLN", "JPY"]),
)
def test_whatever_the_program_writes_as_money_is_covered(
    amount: Decimal, language: Language, currency: str
) -> None:
    with speaking(language):
        written = money(amount, currency)
        sign = money(Decimal(1), currency).replace("1", "").strip()
    covered = without_amounts(f"a {written} b", (currency, sign))
    assert covered == f"a {HIDDEN} b"
