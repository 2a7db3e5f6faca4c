"""Blanks that end no line, against a second account of the rules that looks at pairs of words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.codes import Language
from advisor_app.i18n import speaking
from advisor_app.reports.no_break import steadied
from advisor_app.reports.paper import BODY
from advisor_app.reports.text import first_phrases, fit, printable, wrap

HELD = {
    Language.FR: [
        "M.~Durand", "Mme~Durand", "MM.~Roux et Petit", "Me~Garnier, notaire", "J.~Martin",
        "J.-M.~Thibault", "le 12~mars 2026", "le 1er~juin", "dès le 3~sept. au matin", "n°~4",
        "N°~12", "§~3", "§§~3 et 4", "art.~5", "p.~4", "tél.~+33~4~65~71~20~17", "04~65~71~20~17",
        "à 14~h~30", "vers 10~h du matin", "285~000~€", "3,30~%", "34~ans", "dans 25~mois",
        "Pourquoi~? Oui~!", "un mot~: le bon~; voilà", "«~Oui~», dit-elle", "p.~ex. une maison",
        "CHF~1~200", "85~m²", "FR76~3000~6000~0112~3456~7890~189", "+41~(0)~21~555~12~12",
        "20~°C", "12~min à pied",
    ],
    Language.DE: [
        "z.~B. heute", "d.~h. morgen", "u.~a. das Haus", "i.~d.~R. ja", "§~3 Abs.~2", "10~%",
        "Dr.~Weber", "Prof.~Dr.~Weber", "Herr~Weber", "mit Frau~Schmidt", "am 12.~März 2026",
        "Nr.~4", "S.~12", "um 14:30~Uhr", "30~Jahre alt", "1.234,56~€", "Tel.~030~/~123~456",
        "DE89~3704~0044~0532~0130~00", "St.~Gallen", "in 3~Monaten",
    ],
    Language.NL: [
        "dhr.~Jansen", "mevr.~Jansen", "mevrouw~Peeters", "de heer~Jansen", "prof.~dr.~Maes",
        "12~maart 2026", "€~1.234,56", "om 14.30~uur", "nr.~4", "blz.~7", "art.~5", "10~%",
        "30~jaar", "6~maanden", "NL91~ABNA~0417~1643~00", "BE71~0961~2345~6769",
    ],
    Language.EN: [
        "Mr~Smith", "Mrs~Jones", "Dr~Weber", "Prof.~Weber", "St~Albans", "12~March 2026",
        "on the 3rd~May", "March~12, 2026", "No.~4", "p.~12", "§~3", "10~%", "at 2:30~pm",
        "30~years old", "€~5", "GB82~WEST~1234~5698~7654~32", "J.~Smith",
    ],
}  # fmt: skip
LOOSE = {
    Language.FR: "Elle y pense depuis longtemps et son frère aussi, Camille et Julien le 12 dit-il",
    Language.DE: "Sie denkt seit langem daran und ihr Bruder auch, Camille und Julian 12 andere",
    Language.NL: "Zij denkt er al lang aan en haar broer ook, Camille en Julian 12 anderen",
    Language.EN: "She has long thought of it and her brother too, Camille and Julian 12 others",
}


@pytest.mark.parametrize(
    ("language", "held"), [(one, text) for one, texts in HELD.items() for text in texts]
)
def test_a_blank_that_holds_two_things_together_does_not_break(
    language: Language, held: str
) -> None:
    assert steadied(held.replace("~", " "), language) == held.replace("~", "\u00a0")


@pytest.mark.parametrize("language", list(Language))
def test_every_other_blank_breaks(language: Language) -> None:
    assert steadied(LOOSE[language], language) == LOOSE[language]


@given(st.text(st.characters(exclude_characters=" ")), st.sampled_from(Language))
def test_a_text_without_blanks_is_unchanged(text: str, language: Language) -> None:
    assert steadied(text, language) == text


@given(st.text(max_size=200), st.sampled_from(Language))
def test_only_blanks_change_and_the_second_time_nothing(text: str, language: Language) -> None:
    once = steadied(text, language)
    assert once.replace("\u00a0", " ") == text.replace("\u00a0", " ")
    assert steadied(once, language) == once


WORDS = [
    "Elle", "maison", "Mme", "Durand", "12", "mars", "n°", "4", "285", "000", "€", ":", "«", "»",
    "oui", "14", "h", "30", "§", "?", "Julien", "et", "%", "ans",
]  # fmt: skip
MONTHS = {"mars"}
UNITS = {"h", "ans"}


def belong_together(before: str, after: str, earlier: str) -> bool:
    """The rules in French once more, for two words of WORDS and the one before them."""
    if after in {":", "»", "?", "€", "%"} or before in {"«", "§", "€"}:
        return True
    if before.isdigit() and (after.isdigit() or after in MONTHS or after in UNITS):
        return True
    if before == "n°" and after.isdigit():
        return True
    if before == "h" and after.isdigit():
        return earlier.isdigit() and len(after) > 1
    return before == "Mme" and after[0].isupper()


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_pairs_of_words_in_any_order(words: list[str]) -> None:
    expected = "".join(
        ("\u00a0" if belong_together(words[at - 1], word, words[at - 2] if at > 1 else "") else " ")
        + word
        if at
        else word
        for at, word in enumerate(words)
    )
    assert steadied(" ".join(words), Language.FR) == expected


@pytest.mark.parametrize("language", HELD)
def test_no_line_ends_there_at_any_width(language: Language) -> None:
    """However narrow the column, as long as what belongs together has room on a line."""
    with speaking(language):
        text = printable(" ".join(HELD[language]).replace("~", " "))
        for room in range(190, 400, 7):
            lines = wrap(text, BODY, room, hyphens=True)
            assert " ".join(lines) == text


def test_no_sentence_ends_at_an_abbreviation() -> None:
    with speaking(Language.DE):
        told = "Kunde seit Jan. 2001 · Dr. Weber, z. B. am Montag"
        assert fit(printable(told), BODY, 105, 1) != ("Kunde seit Jan.",)
        assert first_phrases(told, 20) == "Kunde seit…"


def test_what_belongs_together_and_has_no_room_breaks_at_its_blank() -> None:
    with speaking(Language.FR):
        assert wrap(printable("FR76 3000 6000 0112 3456"), BODY, 70) == (
            "FR76\u00a03000\u00a0",
            "6000\u00a00112\u00a0",
            "3456",
        )
