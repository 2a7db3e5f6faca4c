"""The briefing sheet, read back from the file: always two pages, whatever stands on them."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from paper.hostile import HOSTILE, poisoned
from paper.reading import read
from paper.samples import TODAY, at, fournier

from advisor_app.domain.codes import Language
from advisor_app.domain.thread import ThreadData
from advisor_app.reports.sheet import render
from advisor_app.reports.sheet_data import (
    CourseLine,
    DocumentLine,
    DocumentState,
    FigureLine,
    PersonLine,
    SheetData,
    Subject,
    Visit,
)


def test_holds_two_a4_pages_with_the_texts_in_reading_order() -> None:
    printed = read(render(fournier()))
    assert len(printed.pages) == 2
    assert {(round(wide), round(high)) for wide, high in printed.boxes} == {(595, 842)}
    front, back = printed.pages
    in_order = [
        "Camille et Julien Fournier",
        "10 h 30",
        "Première rencontre avec vous",
        "Ils veulent acheter une maison",
        "34 ans, infirmière",
        "Ne pas annoncer un accord",
        "un budget mensuel confortable",
        "Jean-Marc Thibault",
        "Achat",
        "285 000",
        "Pour tenir 1 250",
        "21 avril 2026",
        "7F3K-2291",
    ]
    assert_in_order(in_order, front)
    assert_in_order(
        ["Qu’est-ce qui vous donne envie", "Pièce d’identité", "10 h 30", "Compte courant"], back
    )


def assert_in_order(words: list[str], text: str) -> None:
    text = text.replace("\u00a0", " ").replace("\u202f", " ").replace("\n", " ")
    place = 0
    for word in words:
        found = text.find(word, place)
        assert found >= 0, f"{word!r} is missing, or out of order"
        place = found


def test_embeds_subsets_of_its_own_fonts_only() -> None:
    printed = read(render(fournier()))
    assert printed.embedded
    families = {name.partition("+")[2].partition("-")[0] for name in printed.fonts}
    assert families == {"Inter", "SourceSerif4"}


def test_says_its_language_and_its_title_without_a_name() -> None:
    printed = read(render(replace(fournier(), language=Language.DE)))
    assert printed.language == "de"
    assert "7F3K-2291" in printed.title
    assert "Fournier" not in printed.title


def test_same_data_gives_same_bytes() -> None:
    assert render(fournier()) == render(fournier())


def test_prints_labels_at_eight_and_a_half_and_all_else_from_nine_and_a_half() -> None:
    sizes = read(render(fournier())).sizes
    assert min(sizes) == 8.5
    assert min(sizes - {8.5}) >= 9.5


def test_a_missing_figure_prints_its_label_and_no_zero() -> None:
    subject = Subject("Projet", figures=(FigureLine("Apport personnel", None),))
    front = read(render(replace(fournier(), subject=subject))).pages[0]
    assert "Apport personnel" in front
    assert "0 €" not in front.replace("\u00a0", " ")


def test_an_unknown_day_and_place_leave_lines_to_fill_in() -> None:
    with_day = render(fournier())
    without = render(replace(fournier(), visit=Visit()))
    assert len(read(without).pages) == 2
    assert "10 h 30 à" not in read(without).pages[0]
    assert without != with_day


@pytest.mark.parametrize("language", list(Language))
def test_holds_two_pages_in_every_language(language: Language) -> None:
    assert len(read(render(replace(fournier(), language=language))).pages) == 2


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field_prints_on_two_pages(text: str) -> None:
    printed = read(render(poisoned(fournier(), text)))
    assert len(printed.pages) == 2
    assert printed.embedded


@pytest.mark.parametrize(
    "text", ["<b>Müller</b> & <i>fils", "Łódź Žižkov Đorđe", "Ελένη", "Светлана", "Nguyễn Thị Hồng"]
)
def test_names_of_europe_and_vietnam_and_markup_print_as_they_are(text: str) -> None:
    assert text in read(render(replace(fournier(), names=text))).pages[0]


def test_letters_that_no_face_has_become_hollow_boxes() -> None:
    front = read(render(replace(fournier(), names="محمد 🏠"))).pages[0]
    assert "□□□□ □" in front


def test_a_name_of_two_hundred_letters_is_printed_whole() -> None:
    name = " ".join(["Anne Élisabeth"] * 14)[:200]
    front = read(render(replace(fournier(), names=name))).pages[0]
    assert name in front.replace("\n", " ").replace("  ", " ")


words = st.text(
    st.characters(codec="utf-8") | st.sampled_from("aé <>&\u00a0\u202e🏠.,:"), max_size=300
)


@settings(max_examples=25)
@given(
    names=words,
    reason=words,
    people=st.lists(st.builds(PersonLine, words, words), max_size=8),
    avoid=st.lists(words, max_size=5),
    figures=st.lists(st.builds(FigureLine, words, st.none() | words, st.booleans()), max_size=8),
    questions=st.lists(words, max_size=7),
    documents=st.lists(st.builds(DocumentLine, words, st.sampled_from(DocumentState)), max_size=12),
    course=st.lists(
        st.builds(CourseLine, st.none() | st.times(), st.integers(1, 60), words), max_size=10
    ),
    rules=st.lists(words, max_size=6),
)
def test_any_content_prints_on_two_pages(**content: Any) -> None:
    lists = {
        name: tuple(value) if isinstance(value, list) else value for name, value in content.items()
    }
    figures = lists.pop("figures")
    sample = fournier()
    data = replace(sample, subject=replace(sample.subject, figures=figures), **lists)
    printed = read(render(data))
    assert len(printed.pages) == 2
    assert_nothing_below(data)


def assert_nothing_below(data: SheetData) -> None:
    """The blocks stay between head and foot: what is drawn is what was measured."""
    from advisor_app.i18n import speaking
    from advisor_app.reports.paper import BOTTOM, TOP, Paper
    from advisor_app.reports.sheet_back import back_page
    from advisor_app.reports.sheet_banner import draw_banner
    from advisor_app.reports.sheet_front import front_page

    with speaking(data.language):
        y = draw_banner(Paper("", data.language), data)
        assert front_page(data, BOTTOM - y).height <= BOTTOM - y + 0.5
        assert back_page(data, BOTTOM - TOP).height <= BOTTOM - TOP + 0.5


def test_a_sheet_of_nothing_but_long_texts_stays_between_head_and_foot() -> None:
    long = "Un long texte qui ne finit pas et qui continue encore, sans aucune pause " * 6
    assert_nothing_below(poisoned(fournier(), long))


def test_an_empty_sheet_leaves_room_to_write() -> None:
    bare = SheetData(
        language=Language.FR,
        reference="0000-0000",
        printing=fournier().printing,
        names="X",
        visit=Visit(),
        marks=(),
        reason="",
        people=(),
        remember=(),
        avoid=(),
        least_outcome="",
        best_outcome="",
        thread=ThreadData(TODAY, TODAY),
        project_names=(),
        subject=Subject(""),
        theme=None,
        contacts=(),
        questions=(),
        course=(),
        documents=(),
        situation=(),
        rules=(),
        leaving=(),
    )
    printed = read(render(bare))
    assert len(printed.pages) == 2
    assert_nothing_below(bare)


def test_the_day_of_the_facts_is_printed_where_it_is_another_one() -> None:
    sample = fournier()
    same = read(render(sample)).pages[0]
    later = replace(sample.printing, at=datetime(2026, 4, 24, 8, 5, tzinfo=at(8, 5).tzinfo))
    other = read(render(replace(sample, printing=later))).pages[0]
    assert same.count("23 avril") + 1 == other.count("23 avril") + other.count("24 avril")
