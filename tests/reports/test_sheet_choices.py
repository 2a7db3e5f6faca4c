"""What is left out of a sheet leaves no hole, and what is hidden is nowhere in the file."""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from paper.awkward import CASES, Awkward, bank
from paper.everything_said import everything_said, name_words, words_of
from paper.measuring import sheets as measured
from paper.reading import read
from paper.samples import day_pack, fournier
from poured import batches_of, pour

from advisor_app.bootstrap import Services, services_of
from advisor_app.demo.make import Wanted, fill, settle
from advisor_app.domain.briefing import (
    BriefedClient,
    Briefing,
    HouseholdMember,
    KnownFact,
    Promise,
    Proposal,
    Recollection,
)
from advisor_app.domain.codes import Language, Link, Party
from advisor_app.domain.day_briefing import DayBriefing
from advisor_app.domain.discreet_briefing import discreet_day
from advisor_app.domain.hidden_amounts import HIDDEN
from advisor_app.domain.sheet_choices import EVERYTHING, SheetBlock, SheetChoices
from advisor_app.i18n import speaking
from advisor_app.reports import daypack, sheet
from advisor_app.reports.covered_words import amounts_covered
from advisor_app.reports.day_alerts import day_alerts
from advisor_app.reports.paper import Paper
from advisor_app.reports.papers import (
    make_day_cover,
    make_day_end,
    make_day_pack,
    make_sheet,
    word_sheet,
)
from advisor_app.reports.text import first_phrases, printable
from advisor_app.services.desk import Desk
from advisor_app.services.setup import Setup
from advisor_app.services.sheets import Sheets
from advisor_app.storage.store import Store, create_store, open_store

NOW = datetime(2026, 5, 5, 8, 30, tzinfo=ZoneInfo("Europe/Paris"))
HIDING = SheetChoices(hide_amounts=True, initials=True)
# A sum is a number beside a currency, whatever stands between its digits.
SUM = re.compile(
    r"\d[^\w\n]{0,3}(?:€|£|\$|(?:EUR|CHF|USD|GBP|euro)\b)"
    r"|(?:€|£|\$|\b(?:EUR|CHF|USD|GBP))[^\w\n]{0,2}\d",
    re.IGNORECASE,
)
NAMED_SUM = re.compile(r"285[ .,'\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]000")
NAMES, AMOUNTS = SheetChoices(initials=True), SheetChoices(hide_amounts=True)
ALL = frozenset(SheetBlock)
SETS = (
    ALL,
    ALL - {SheetBlock.HANDWRITING},
    frozenset({SheetBlock.HANDWRITING}),
    *(frozenset({one}) for one in SheetBlock if one is not SheetBlock.HANDWRITING),
    frozenset({SheetBlock.THREAD, SheetBlock.REMEMBER, SheetBlock.HANDWRITING}),
)
TYPED = ("12 500 €", "€12,501", "12.502 EUR", "13'503 CHF", "14 504", "15505", "16k")
# What a random mark in the file's metadata cannot spell.
TYPED_SUM = re.compile(r"\b1[2-6][ .,']50\d|\b14 504\b|\b16k\b")
# Words that stand in names and in every sentence: written here by hand, apart from the program's.
SMALL = frozenset(
    [
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "von",
        "van",
        "der",
        "den",
        "dem",
        "und",
        "and",
        "et",
        "en",
        "the",
        "of",
        "fils",
        "sarl",
        "mme",
        "saint",
    ]
)
HEADINGS = {
    SheetBlock.THREAD: "Le fil de la relation",
    SheetBlock.QUESTIONS: "Questions à poser",
    SheetBlock.DOCUMENTS: "Documents",
    SheetBlock.REMEMBER: "À se rappeler",
}


@pytest.fixture(scope="module")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    store: Store = create_store(tmp_path_factory.mktemp("choices") / "bank.store", "long enough")
    desk = Desk(store, lambda: NOW)
    Setup(desk).initialise("Home", "FR")
    pour(store, batches_of(*bank()), NOW.date())
    yield desk
    store.close()


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    """The demonstration, as its advisor opens it."""
    path = tmp_path_factory.mktemp("shown") / "demo.store"
    with closing(create_store(path, "long enough")) as store:
        made = Services(Desk(store, lambda: NOW), None)
        settle(made.setup, Wanted().day)
    with closing(open_store(path, "long enough")) as store:
        made = services_of(store, None)
        fill(made.setup, made.importing, made.appointments, made.reminders, Wanted(60))
    with closing(open_store(path, "long enough")) as store:
        yield services_of(store, None)


def trapped(briefing: Briefing) -> Briefing:
    """The briefing with names and sums in everything that somebody may have typed."""
    first = briefing.clients[0]
    names = [name for one in briefing.clients for name in (one.first_name, one.last_name) if name]
    text = f"{' '.join(names)}, {(names[-1]).upper()}: {', '.join(TYPED)}."
    child = HouseholdMember(Link.CHILD, "Zéphyrine", "Outrequin", date(2015, 3, 1), None, False)  # noqa: FBT003 as stored
    said = f"Zephyrine {TYPED[0]} {names[0].lower()}"
    return replace(
        briefing,
        members=(*briefing.members, child),
        contacts=tuple(replace(one, subject=said) for one in briefing.contacts),
        projects=tuple(
            replace(one, note=said, amount=Decimal("285000.50"), noted_on=None)
            for one in briefing.projects
        ),
        promises=(
            Promise(first.key, Party.BANK, said, None, None),
            Promise(first.key, Party.CLIENT, text, briefing.today, None),
        ),
        recollections=(Recollection(first.key, None, said), Recollection(first.key, "bike", text)),
        facts=(
            *briefing.facts,
            KnownFact(first.key, "addressed_as", "Grandnom", None),
            KnownFact(first.key, "other_bank", said, None),
            KnownFact(first.key, "protection_of_sorts", said, None),
        ),
        clients=(replace(first, occupation=said, preferred_time=text), *briefing.clients[1:]),
        proposal=None if briefing.visit else Proposal("annual_review", None, said),
    )


def without_typed(briefing: Briefing) -> Briefing:
    """The same meeting with people whom nobody knows, and nothing that anybody typed."""
    people = tuple(replace(one, first_name="Qq", last_name="Qq") for one in briefing.clients)
    return replace(
        briefing,
        clients=tuple(replace(one, occupation=None, preferred_time=None) for one in people),
        members=tuple(replace(one, first_name="Qq", last_name="Qq") for one in briefing.members),
        contacts=tuple(replace(one, subject=None) for one in briefing.contacts),
        projects=tuple(replace(one, note=None) for one in briefing.projects),
        promises=(),
        recollections=(),
        facts=(),
        proposal=None,
    )


def names_in(briefing: Briefing) -> set[str]:
    people: tuple[BriefedClient | HouseholdMember, ...] = (*briefing.clients, *briefing.members)
    return name_words(
        (name for one in people for name in (one.first_name, one.last_name)), SMALL
    ) | {"grandnom", "zephyrine", "outrequin"}


def names_of_day(day: DayBriefing) -> set[str]:
    later = [one for _visit, clients in day.next_day.visits for one in clients]
    people = [call.client for call in day.calls]
    people += [one for task in day.tasks for one in task.clients]
    names = [
        name for one in (*people, *later, *day.members) for name in (one.first_name, one.last_name)
    ]
    found = name_words(names, SMALL)
    return found.union(*(names_in(briefing) for briefing in day.meetings))


def said_of(pdf: bytes, briefing: Briefing | DayBriefing) -> str:
    return everything_said(pdf, briefing.code)


def leaked(briefing: Briefing, said: str, language: Language) -> set[str]:
    """Names in what a file says that would not stand there if the people were others."""
    found = names_in(briefing) & words_of(said)
    if not found:
        return found
    others = make_sheet(without_typed(briefing), NOW, language).pdf
    return found - words_of(said_of(others, briefing))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_name_and_no_sum_is_anywhere_in_an_awkward_sheet(
    gallery: Desk, case: Awkward, language: Language
) -> None:
    briefing = trapped(Sheets(gallery).for_appointment(case.appointment))
    pdf = make_sheet(briefing, NOW, language, choices=HIDING).pdf
    said = said_of(pdf, briefing)
    assert leaked(briefing, said, language) == set()
    assert SUM.findall(said) == []
    assert NAMED_SUM.findall(said) == []
    assert TYPED_SUM.findall(said) == []


def test_the_traps_would_be_found(gallery: Desk) -> None:
    briefing = trapped(Sheets(gallery).for_appointment("M2"))
    said = said_of(make_sheet(briefing, NOW, Language.FR).pdf, briefing)
    assert {"bertrand", "connu", "zephyrine", "grandnom"} <= leaked(briefing, said, Language.FR)
    assert SUM.findall(said)
    assert NAMED_SUM.findall(said)
    assert TYPED_SUM.findall(said)


@pytest.mark.parametrize("language", list(Language))
def test_no_name_and_no_sum_is_anywhere_in_the_demonstrations_sheets(
    shown: Services, language: Language
) -> None:
    for state in list(shown.presence.flags())[:14]:
        briefing = shown.sheets.for_client(
            state.ref, lambda key: shown.suggesting.proposal(key, language)
        )
        said = said_of(make_sheet(briefing, NOW, language, choices=HIDING).pdf, briefing)
        assert leaked(briefing, said, language) == set()
        assert SUM.findall(said) == []


@pytest.mark.parametrize("language", list(Language))
def test_no_name_and_no_sum_is_anywhere_in_the_demonstrations_day(
    shown: Services, language: Language
) -> None:
    with speaking(language):
        day = shown.sheets.for_day("A01", shown.today(), shown.suggesting.calls)
    assert len(day.meetings) == 4
    assert day.next_day is not None
    assert day.calls
    day = replace(
        day,
        meetings=tuple(map(trapped, day.meetings)),
        tasks=tuple(replace(one, what=f"{TYPED[0]} Outrequin") for one in day.tasks),
    )
    others = replace(
        day,
        meetings=tuple(map(without_typed, day.meetings)),
        tasks=(),
        calls=(),
        next_day=None,
    )
    usual = words_of(said_of(make_day_pack(others, NOW, language).pdf, day))
    for make in (make_day_pack, make_day_cover, make_day_end):
        pdf = make(day, NOW, language, choices=HIDING).pdf
        said = said_of(pdf, day)
        for briefing in day.meetings:
            said = said.replace(briefing.code, "")
        assert names_of_day(day) & words_of(said) - usual == set()
        assert SUM.findall(said) == []
        assert not any("Fournier" in one for one in read(pdf).bookmarks)


def test_amounts_stay_where_names_alone_are_hidden_and_names_where_amounts_are(
    gallery: Desk,
) -> None:
    briefing = trapped(Sheets(gallery).for_appointment("M2"))
    names = said_of(make_sheet(briefing, NOW, Language.FR, choices=NAMES).pdf, briefing)
    amounts = said_of(make_sheet(briefing, NOW, Language.FR, choices=AMOUNTS).pdf, briefing)
    assert SUM.findall(names)
    assert "Bertrand" not in names
    assert "B. C." in names
    assert SUM.findall(amounts) == []
    assert "Bertrand" in amounts
    assert HIDDEN in amounts


def test_a_figure_that_is_hidden_reads_as_the_sign_and_one_that_is_missing_as_a_line(
    gallery: Desk,
) -> None:
    briefing = Sheets(gallery).for_appointment("M2")
    data = word_sheet(briefing, NOW, Language.FR, None, AMOUNTS)
    plain = word_sheet(briefing, NOW, Language.FR)
    assert data.subject.figures[0].value == HIDDEN
    assert [one.value is None for one in data.subject.figures] == [
        one.value is None for one in plain.subject.figures
    ]
    assert data.subject.bars == ()


def test_everything_is_what_a_sheet_was_before_there_was_a_choice(gallery: Desk) -> None:
    briefing = Sheets(gallery).for_appointment("M2")
    chosen = make_sheet(briefing, NOW, Language.FR, None, EVERYTHING).pdf
    assert chosen == make_sheet(briefing, NOW, Language.FR).pdf


@pytest.mark.parametrize("block", list(HEADINGS))
def test_a_block_left_out_is_not_there_and_the_others_are(block: SheetBlock) -> None:
    data = replace(fournier(), without=frozenset({block}))
    pages = read(sheet.render(data)).text.split("\n")
    for other, heading in HEADINGS.items():
        there = any(line.strip().startswith(heading) for line in pages)
        assert there is (other is not block), (block, other)


def test_without_its_figures_the_project_is_not_on_the_sheet() -> None:
    data = fournier()
    text = read(sheet.render(replace(data, without=frozenset({SheetBlock.FIGURES})))).text
    assert all(figure.label not in text for figure in data.subject.figures)
    assert data.subject.remark[:30] not in text


def test_without_room_to_write_there_are_no_notes_decisions_or_lines() -> None:
    data = replace(fournier(), without=frozenset({SheetBlock.HANDWRITING}))
    text = read(sheet.render(data)).text
    assert "Notes" not in text
    assert "Décisions" not in text.splitlines()
    assert "Décisions" in read(sheet.render(fournier())).text.splitlines()
    assert "Questions à poser" in text


@pytest.mark.parametrize("left_out", SETS, ids=lambda one: "+".join(sorted(one)) or "nothing")
@pytest.mark.parametrize("case", ["M1", "M2", "M5", "M7"])
def test_whatever_is_left_out_the_pages_hold_and_nothing_lies_on_anything(
    gallery: Desk, case: str, left_out: frozenset[SheetBlock]
) -> None:
    briefing = Sheets(gallery).for_appointment(case)
    pdf = make_sheet(briefing, NOW, Language.DE, choices=SheetChoices(left_out)).pdf
    pages = measured(pdf)
    assert len(pages) == 2
    for page in pages:
        assert page.outside(17.0) == []
        assert page.overlaps() == []


# What is to be remembered leaves its room to who comes, beside it.
@pytest.mark.parametrize("block", sorted(ALL - {SheetBlock.HANDWRITING, SheetBlock.REMEMBER}))
def test_a_block_left_out_leaves_its_room_to_the_hand(
    block: SheetBlock, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms: list[float] = []
    monkeypatch.setattr(Paper, "dots", lambda _paper, *places: rooms.append(places[2] * places[3]))
    sheet.render(fournier())
    whole = sum(rooms)
    rooms.clear()
    sheet.render(replace(fournier(), without=frozenset({block})))
    assert sum(rooms) > whole


def test_the_cover_of_the_day_has_the_sheets_choices_in_its_sheets() -> None:
    data = day_pack()
    without = frozenset({SheetBlock.QUESTIONS})
    meetings = tuple(
        replace(one, sheet=replace(one.sheet, without=without)) for one in data.meetings
    )
    text = read(daypack.render(replace(data, meetings=meetings))).text
    assert "Questions à poser" not in text
    assert "Questions à poser" in read(daypack.render(data)).text


def test_a_line_that_is_cut_does_not_end_at_an_initial(shown: Services) -> None:
    day = shown.sheets.for_day("A01", shown.today(), shown.suggesting.calls)
    alerts = day_alerts(discreet_day(day, NAMES))
    text = " ".join(read(make_day_cover(day, NOW, Language.FR, choices=NAMES).pdf).text.split())
    for alert in alerts:
        assert " ".join(printable(alert).split())[:25] in text
    said = "Elle connaît I. P. depuis longtemps."
    assert " ".join(first_phrases(f"{said} {'mot ' * 40}", 60).split()) == said


def test_a_paper_s_own_code_is_no_sum_whatever_it_spells() -> None:
    sheet = replace(fournier(), reference="Q9CT-4122")
    pack = replace(day_pack(), reference="2EUR-9GBP")
    assert amounts_covered(sheet, ()).reference == sheet.reference
    assert amounts_covered(pack, ()).reference == pack.reference
