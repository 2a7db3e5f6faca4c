"""Where words are divided: as dictionaries do, and as TeX would with the same patterns."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.codes import Language
from advisor_app.i18n import speaking
from advisor_app.reports.hyphens import divisions
from advisor_app.reports.paper import BODY
from advisor_app.reports.text import fit, printable, width, wrap
from advisor_app.resources import resource_folder

# As Duden, Le Robert, Van Dale and Oxford divide them.
WORDS = {
    Language.DE: [
        "Wohn-ge-bäu-de-ver-si-che-rung", "Al-ters-vor-sor-ge", "Bau-spar-ver-trag",
        "An-sprech-part-ner", "Kre-dit-ent-schei-dung", "Un-ter-neh-mens-grün-dung",
        "Ver-mö-gens-über-tra-gung", "Ge-halts-ab-rech-nun-gen", "Ge-mein-schafts-kon-to",
        "Fi-nan-zie-rungs-mög-lich-kei-ten", "Steu-er-be-scheid", "Vor-sor-ge-voll-macht",
        "selbst-stän-dig", "ver-schie-ben", "wahr-schein-lich", "Kauf-ne-ben-kos-ten",
    ],
    Language.FR: [
        "éta-blis-se-ment", "ren-dez-vous", "in-ves-tis-se-ment",
        "pro-chai-ne-ment", "rem-bour-se-ment", "in-ter-lo-cu-teur",
        "trans-mis-sion", "com-men-çons", "ac-com-pa-gne-ment", "res-pon-sa-bi-li-té",
    ],
    Language.NL: [
        "ver-ze-ke-ring", "on-roe-rend", "be-leg-gings-ad-vies", "hy-po-theek-le-ning",
        "spaar-re-ke-ning", "toe-komst-plan-nen", "pen-si-oen-spa-ren", "ge-mak-ke-lijk",
    ],
    Language.EN: [
        "in-vest-ment", "re-tire-ment", "ap-point-ment", "com-fort-able", "mort-gage",
        "in-her-it-ance", "re-spons-ib-il-ity", "uni-vers-ity", "how-ever",
    ],
}  # fmt: skip
WHOLE = {
    Language.FR: [
        "Wolfeschlegelsteinhausen", "Rochefoucauld", "7F3K-2291", "claire.morvan@banque.example",
        "285000", "14:30", "0465712017", "www.banque.example", "maison", "ANNIVERSAIRES",
        "Éléonorement", "mot/mot", "FR7630006000011234567890189", "12mars2026",
    ],
    Language.DE: [
        "Wolfeschlegelsteinhausen", "Sonnenschein", "Engelbrecht", "Rochefort", "Zimmermann",
        "Oberhausen", "Schwarzenberger", "Maximiliane", "Frankenthal", "Haus", "VERSICHERUNG",
    ],
    Language.NL: ["Vandenberghe", "Oosterlinckx", "Scherpenheuvel", "BE71096123456769"],
    Language.EN: ["Featherstonehaugh", "Cholmondeley", "Marylebone", "claire@bank.example"],
}  # fmt: skip


def pieces(word: str, language: Language) -> str:
    cuts = divisions(word, language)
    return "-".join(word[a:b] for a, b in zip((0, *cuts), (*cuts, len(word)), strict=True))


@pytest.mark.parametrize(
    ("language", "divided"), [(k, w) for k, words in WORDS.items() for w in words]
)
def test_a_word_is_divided_only_where_dictionaries_divide_it(
    language: Language, divided: str
) -> None:
    word = divided.replace("-", "")
    known = {len(divided[:at].replace("-", "")) for at, sign in enumerate(divided) if sign == "-"}
    found = set(divisions(word, language))
    assert found <= known, pieces(word, language)
    assert found or len(word) < 8 or not {at for at in known if 3 <= at <= len(word) - 3}


@pytest.mark.parametrize(
    ("language", "word"), [(k, w) for k, words in WHOLE.items() for w in words]
)
def test_names_numbers_and_addresses_are_never_divided(language: Language, word: str) -> None:
    assert divisions(word, language) == ()


def tex_divides(word: str, language: Language) -> set[int]:
    """Liang's rule again, pattern by pattern instead of piece by piece of the word."""
    path = resource_folder() / "hyphenation" / f"{language.value}.txt"
    marked, levels = f".{word}.", [0] * (len(word) + 3)
    for pattern in path.read_text(encoding="utf-8").split():
        letters = re.sub(r"\d", "", pattern)
        at = marked.find(letters)
        while at >= 0:
            place = at
            for char in pattern:
                if char.isdigit():
                    levels[place] = max(levels[place], int(char))
                else:
                    place += 1
            at = marked.find(letters, at + 1)
    return {at for at in range(3, len(word) - 2) if levels[at + 1] % 2}


@pytest.mark.parametrize("language", list(Language))
def test_the_patterns_are_applied_as_tex_applies_them(language: Language) -> None:
    for divided in WORDS[language]:
        word = divided.replace("-", "")
        if word.islower() and len(word) >= 8:
            assert set(divisions(word, language)) == tex_divides(word, language)


def test_signs_and_an_elided_article_around_a_word_are_no_part_of_it() -> None:
    bare = divisions("établissement", Language.FR)
    assert divisions("(établissement),", Language.FR) == tuple(at + 1 for at in bare)
    assert divisions("l\u2019établissement\u00a0:", Language.FR) == tuple(at + 2 for at in bare)


NARROW = "Wohngebäudeversicherung und Vermögensübertragung, Kaufnebenkosten"


def test_a_loose_line_takes_the_first_part_of_a_long_word() -> None:
    with speaking(Language.DE):
        text = f"{NARROW} sind da"
        assert wrap(text, BODY, 181, hyphens=True)[1].endswith(", Kaufneben-")
        assert wrap(text, BODY, 181)[1].endswith(",")


def test_the_last_word_is_left_whole_where_it_has_room() -> None:
    with speaking(Language.DE):
        assert wrap(NARROW, BODY, 181, hyphens=True)[-1] == "Kaufnebenkosten"


def test_a_line_that_is_nearly_full_leaves_the_next_word_whole() -> None:
    with speaking(Language.DE):
        lines = wrap(NARROW, BODY, 150, hyphens=True)
        assert lines == wrap(NARROW, BODY, 150)


def test_a_word_wider_than_its_room_is_divided_and_never_cut() -> None:
    with speaking(Language.DE):
        lines = wrap("Wohngebäudeversicherung", BODY, 60, hyphens=True)
        assert lines == ("Wohngebäu-", "deversiche-", "rung")


def test_a_text_that_is_cut_loses_no_letter_of_a_divided_word() -> None:
    with speaking(Language.DE):
        (_first, second) = fit(NARROW, BODY, 120, 2, hyphens=True)
        assert "- " not in second


@given(
    st.lists(st.sampled_from([*NARROW.split(" "), "am", "M.", "Weber", "a@b.example", "12"])),
    st.integers(40, 300),
)
def test_lines_hold_their_room_and_lose_nothing(words: list[str], room: int) -> None:
    """Read without the hyphens that end lines, the lines are the text."""
    with speaking(Language.DE):
        text = printable(" ".join(words))
        lines = wrap(text, BODY, room, hyphens=True)
    assert all(width(line, BODY) <= room + 0.001 for line in lines)
    joined = "".join(line.removesuffix("-") for line in lines)
    assert joined.replace(" ", "").replace("\u00a0", "") == "".join(words)


@given(st.text(st.characters(exclude_characters=" -/\u00a0\u202f"), max_size=60).map(printable))
def test_a_text_without_places_to_break_that_has_room_is_unchanged(text: str) -> None:
    for language in Language:
        with speaking(language):
            assert wrap(text, BODY, width(text, BODY) + 1, hyphens=True) == (text,)
