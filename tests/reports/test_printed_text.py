"""Making text printable, breaking it into lines, cutting it to its room."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.reports.fonts import MISSING, Face
from advisor_app.reports.paper import BODY, HEADING
from advisor_app.reports.text import fit, fit_label, printable, runs, shorten, width, wrap


@given(st.text(max_size=400))
def test_printable_text_is_one_line_without_anything_invisible(text: str) -> None:
    result = printable(text)
    assert printable(result) == result
    assert not any(unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp"} for char in result)
    assert "  " not in result


@pytest.mark.parametrize(
    ("given_text", "printed"),
    [
        ("a\nb\tc\x00d", "a b c d"),
        ("\u202eabc\u202c", "abc"),
        ("e\u0301", "é"),
        ("  two   spaces ", "two spaces"),
        ("Pourquoi ? « Oui »", "Pourquoi\u00a0? «\u00a0Oui\u00a0»"),
        ("285\u202f000\u00a0€", "285\u202f000\u00a0€"),
        ("❤\ufe0f", "❤"),
        ("l'idée d'un commerce", "l’idée d’un commerce"),
        ("'quoted' 5'", "'quoted' 5'"),
        ("anne.o'neil@banque.example", "anne.o'neil@banque.example"),
    ],
)
def test_printable(given_text: str, printed: str) -> None:
    assert printable(given_text) == printed


def test_a_face_hands_over_what_it_lacks_and_a_box_stands_for_what_none_has() -> None:
    pieces = runs("Aῆع", Face.SERIF_SEMIBOLD)
    assert [piece.face for piece in pieces] == [Face.SERIF_SEMIBOLD, Face.SEMIBOLD, Face.REGULAR]
    assert pieces[-1].text == MISSING


@given(st.text(st.sampled_from("abcdé ,.Wi"), max_size=200).map(printable), st.integers(20, 300))
def test_lines_hold_their_room_and_lose_nothing(text: str, room: int) -> None:
    lines = wrap(text, BODY, room)
    assert all(width(line, BODY) <= room + 0.001 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(st.text(st.sampled_from("abcdé ,.Wi"), max_size=300).map(printable), st.integers(1, 3))
def test_a_cut_text_holds_its_lines_and_its_room(text: str, lines: int) -> None:
    for cut in (fit, fit_label):
        kept = cut(text, HEADING, 120, lines)
        assert len(kept) <= lines
        assert all(width(line, HEADING) <= 120.001 for line in kept)


def test_a_text_is_cut_after_a_whole_sentence() -> None:
    text = "One short sentence. Another one that does not fit into the room any more."
    assert fit(text, BODY, 150, 1) == ("One short sentence.",)


def test_a_single_long_sentence_is_cut_visibly_at_a_word() -> None:
    (line,) = fit("A sentence that never ends and has no place to stop at", BODY, 100, 1)
    assert line.endswith("…")
    assert "A sentence that never ends and has no place".startswith(line[:-1])


def test_a_label_loses_what_follows_its_comma_or_stands_in_brackets() -> None:
    assert fit_label("Décisions, prochaine étape datée", BODY, 60, 1) == ("Décisions",)
    assert fit_label("Bulletin de décembre (cumul annuel)", BODY, 120, 1) == (
        "Bulletin de décembre",
    )


def test_a_label_is_not_cut_inside_its_brackets() -> None:
    label = "Estimation du coût des études (loyer, frais, transport)"
    for room in range(60, 260, 10):
        (line,) = fit_label(label, BODY, room, 1)
        assert line.count("(") == line.count(")") or line.endswith("…")
    assert fit_label(label, BODY, 190, 1) == ("Estimation du coût des études",)


def test_a_short_last_word_is_not_left_alone() -> None:
    text = "Au mieux : un choix fait en paix, ou une date pour le faire"
    room = width("Au mieux : un choix fait en paix, ou une date pour le", BODY) + 0.1
    assert wrap(text, BODY, room)[-1] == "le faire"
    assert wrap("Marguerite Delaunay", BODY, width("Marguerite", BODY) + 1)[-1] == "Delaunay"


@given(st.text("ab -é", max_size=120), st.integers(20, 200))
def test_company_for_a_last_word_loses_no_word(text: str, room: int) -> None:
    steady = printable(text)
    lines = wrap(steady, BODY, room)
    assert "".join(lines).replace(" ", "") == steady.replace(" ", "")
    assert all(width(line, BODY) <= room or len(line) == 1 for line in lines)


def test_a_shortened_name_shows_it() -> None:
    assert shorten("Wolfeschlegelsteinhausen", BODY, 60).endswith("…")
    assert shorten("Bo", BODY, 60) == "Bo"
