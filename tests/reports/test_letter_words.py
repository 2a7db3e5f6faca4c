"""From a store to the words of a letter: who is addressed, what is and is not said."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from paper.reading import read
from paper.store import Bank, fill
from sqlalchemy import update

from advisor_app.bootstrap import Services
from advisor_app.domain.briefing import Briefing
from advisor_app.domain.codes import Language, Title
from advisor_app.domain.letters import (
    LetterKind,
    MeetingSummary,
    NoFormerAdvisor,
    NoLettersWanted,
)
from advisor_app.i18n import speaking
from advisor_app.i18n.formats import clock_in
from advisor_app.playbooks.projects import life_projects
from advisor_app.playbooks.sheet_tables import product_families
from advisor_app.reports.letter_address import address_lines, greeting
from advisor_app.reports.letter_data import DateBox, LetterData, Prose
from advisor_app.reports.letter_words import MOST_DOCUMENTS, MOST_TOPICS, gather_letter
from advisor_app.reports.papers import make_letter
from advisor_app.reports.summary_words import rewritten
from advisor_app.storage.schema import clients, organisation
from advisor_app.storage.store import Store

TODAY = date(2026, 4, 23)


@pytest.fixture
def bank(store: Store) -> Bank:
    return fill(store)


@pytest.fixture
def fourniers(services: Services, bank: Bank) -> Briefing:
    assert bank.keys
    return services.sheets.for_appointment("RV1")


@pytest.fixture
def delaunay(services: Services, bank: Bank) -> Briefing:
    assert bank.keys
    return services.sheets.for_appointment("RV2")


def gathered(
    briefing: Briefing, kind: LetterKind, language: Language | None = None, day: date = TODAY
) -> LetterData:
    return gather_letter(briefing, kind, day, chosen=language)


def prose(data: LetterData) -> str:
    return "\n".join(part.text for part in data.parts if isinstance(part, Prose))


def test_a_couple_is_addressed_as_one(fourniers: Briefing) -> None:
    lines = {}
    for language in Language:
        with speaking(language):
            lines[language] = (address_lines(fourniers.clients)[0], greeting(fourniers.clients))
    assert lines == {
        Language.FR: ("Monsieur et Madame Fournier", "Madame, Monsieur"),
        Language.EN: ("Mr and Mrs Fournier", "Dear Ms Fournier, dear Mr Fournier"),
        Language.NL: (
            "De heer en mevrouw Fournier",
            "Geachte mevrouw Fournier, geachte heer Fournier",
        ),
        Language.DE: (
            "Herrn und Frau Fournier",
            "Sehr geehrte Frau Fournier, sehr geehrter Herr Fournier",
        ),
    }


def test_two_women_and_a_person_without_a_title(fourniers: Briefing) -> None:
    camille, julien = fourniers.clients
    both = (camille, replace(julien, title=Title.MRS, first_name="Julie"))
    untitled = (replace(camille, title=None),)
    with speaking(Language.FR):
        assert greeting(both) == "Mesdames"
        assert address_lines(both)[:2] == ("Madame Camille Fournier", "Madame Julie Fournier")
        assert greeting(untitled) == "Madame, Monsieur"
        assert address_lines(untitled)[0] == "Camille Fournier"


def test_a_letter_speaks_the_clients_language(delaunay: Briefing) -> None:
    data = gathered(delaunay, LetterKind.APPOINTMENT)
    assert data.language is Language.EN
    assert data.subject == "Our appointment on Thursday 23 April 2026"
    assert data.greeting == "Dear Ms Delaunay,"


def test_a_client_abroad_is_told_whose_clock_the_time_is_on(delaunay: Briefing) -> None:
    (lives_here,) = delaunay.clients
    assert delaunay.branch is not None
    branch = replace(delaunay.branch, country="FR")
    for country, when in (
        ("CA", "Thursday 23 April 2026 at 14:00 (Paris time)"),
        ("FR", "Thursday 23 April 2026 at 14:00"),
        (None, "Thursday 23 April 2026 at 14:00"),
    ):
        met = replace(delaunay, branch=branch, clients=(replace(lives_here, country=country),))
        data = gathered(met, LetterKind.APPOINTMENT)
        (box,) = (part for part in data.parts if isinstance(part, DateBox))
        assert box.when == when
    with speaking(Language.EN):
        assert clock_in(time(9, 30), "Indian/Reunion") == "09:30 (Réunion time)"


def test_a_proposal_tells_of_the_change_and_holds_the_date(fourniers: Briefing) -> None:
    data = gathered(fourniers, LetterKind.PROPOSAL)
    (box,) = (part for part in data.parts if isinstance(part, DateBox))
    assert data.subject == "Et si nous faisions connaissance\u202f?"
    assert "Jean-Marc Thibault vous accompagnait jusqu’en octobre 2025" in prose(data)
    assert box.when == "jeudi 23 avril 2026 à 10\xa0h\xa030"
    assert box.lines[-1] == "comptez une heure environ"
    assert "Je vous propose, à vous deux\xa0:" in prose(data)
    assert data.by_hand
    assert data.footer


def test_a_letter_has_at_most_five_topics_and_eight_documents(fourniers: Briefing) -> None:
    data = gathered(fourniers, LetterKind.APPOINTMENT)
    (lists,) = (part for part in data.parts if isinstance(part, tuple))
    assert [len(one.points) for one in lists] == [MOST_TOPICS, MOST_DOCUMENTS]
    assert lists[1].tick


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("code", sorted(life_projects()))
def test_no_letter_names_a_product_or_a_grave_matter(
    fourniers: Briefing, code: str, language: Language
) -> None:
    visit = fourniers.visit
    assert visit is not None
    about = replace(fourniers, visit=replace(visit, project=None, suggested=code))
    data = gathered(about, LetterKind.APPOINTMENT, language)
    project = life_projects()[code]
    name = project.label.in_language(language).partition(":")[0].strip().casefold()
    assert (name in prose(data).casefold()) == (
        not project.only_if_said and project.tone in {"joyful", "neutral"} and not project.occasion
    )
    families = {product_families()[one].in_language(language) for one in project.products}
    assert not [family for family in families if family in prose(data)]
    assert "{" not in prose(data) + data.subject + data.closing


def test_an_introduction_is_signed_by_both_and_tells_what_is_owed(
    services: Services, bank: Bank
) -> None:
    assert bank.keys
    camille = services.sheets.for_clients(["C1"])
    data = gathered(camille, LetterKind.INTRODUCTION)
    assert data.signatures == ("Jean-Marc Thibault", "Claire Morvan")
    assert "j’ai changé de fonction le lundi 6 octobre 2025" in prose(data)
    assert "Reste à faire de notre côté\xa0: une réponse sur le PEL." in prose(data)
    assert "Après 5 ans à vos côtés" in prose(data)


def test_a_letter_to_two_keeps_what_one_of_them_alone_was_promised(fourniers: Briefing) -> None:
    assert fourniers.promises
    data = gathered(fourniers, LetterKind.INTRODUCTION)
    assert data.signatures == ("Jean-Marc Thibault", "Claire Morvan")
    assert "PEL" not in prose(data)


def test_an_introduction_before_the_change_announces_it(fourniers: Briefing) -> None:
    data = gathered(fourniers, LetterKind.INTRODUCTION, day=date(2025, 9, 20))
    assert "je change de fonction le lundi 6 octobre 2025" in prose(data)


def test_without_a_former_advisor_there_is_no_introduction(delaunay: Briefing) -> None:
    with pytest.raises(NoFormerAdvisor):
        gathered(delaunay, LetterKind.INTRODUCTION)


def box_of(briefing: Briefing, language: Language) -> DateBox:
    data = gathered(briefing, LetterKind.APPOINTMENT, language)
    (box,) = (part for part in data.parts if isinstance(part, DateBox))
    return box


def test_a_letter_says_how_to_get_in_without_steps(services: Services, bank: Bank) -> None:
    upstairs = bank.put(organisation.room, "R9", name="Bureau 9", step_free=False)
    for ref, room in (("RV8", upstairs), ("RV9", None)):
        start, end = (datetime(2026, 4, 28, hour, 0) for hour in (14, 15))  # noqa: DTZ001 wall time
        if room is None:
            start, end = start.replace(day=29), end.replace(day=29)
        bank.appointment(ref, ["C3"], "A1", start, end, room_id=room)
    said = {
        ref: box_of(services.sheets.for_appointment(ref), Language.FR).access
        for ref in ("RV1", "RV8", "RV9", "RV2")
    }
    assert said == {
        "RV1": "entrée de plain-pied",
        "RV8": "accès de plain-pied sur demande",
        "RV9": "accès de plain-pied sur demande",
        "RV2": "",
    }
    printed = read(
        make_letter(services.sheets.for_appointment("RV1"), LetterKind.APPOINTMENT, TODAY).pdf
    )
    assert "entrée de plain-pied" in printed.text


def test_of_a_branch_without_a_step_free_room_nothing_is_said(
    services: Services, bank: Bank, store: Store
) -> None:
    with store.writing() as transaction:
        transaction.execute(update(organisation.room).values(step_free=False))
    assert bank.keys
    assert box_of(services.sheets.for_appointment("RV1"), Language.FR).access == ""


@pytest.mark.parametrize(
    ("language", "former", "colleague"),
    [
        (
            Language.FR,
            "avec Claire Morvan et Jean-Marc Thibault, qui vous accompagnait jusqu’ici",
            "avec Claire Morvan et Ada Roux",
        ),
        (
            Language.EN,
            "with Claire Morvan and Jean-Marc Thibault, who looked after you until now",
            "with Claire Morvan and Ada Roux",
        ),
        (
            Language.NL,
            "met Claire Morvan en Jean-Marc Thibault, die u tot nu toe begeleidde",
            "met Claire Morvan en Ada Roux",
        ),
        (
            Language.DE,
            "mit Claire Morvan und Jean-Marc Thibault, bisher an Ihrer Seite",
            "mit Claire Morvan und Ada Roux",
        ),
    ],
)
def test_a_letter_names_who_comes_along(
    services: Services, bank: Bank, language: Language, former: str, colleague: str
) -> None:
    bank.advisor("A3", "Ada", "Roux")
    for ref, day, along in (("RV8", 28, "A2"), ("RV9", 29, "A3")):
        start, end = (datetime(2026, 4, day, hour, 0) for hour in (14, 15))  # noqa: DTZ001 wall time
        bank.appointment(ref, ["C1", "C2"], "A1", start, end, colleague_id=bank.keys[along])
    found = services.sheets.for_appointment
    assert former in box_of(found("RV8"), language).lines
    assert colleague in box_of(found("RV9"), language).lines
    assert len(box_of(found("RV1"), language).lines) == 2


def test_from_the_seventieth_birthday_on_the_type_is_large(delaunay: Briefing) -> None:
    (marguerite,) = delaunay.clients
    for birthday, large in ((date(1956, 4, 24), False), (date(1956, 4, 23), True)):
        met = replace(delaunay, clients=(replace(marguerite, birth_date=birthday),))
        assert gathered(met, LetterKind.MISSED).large is large


def test_over_seventy_the_type_is_large(fourniers: Briefing, delaunay: Briefing) -> None:
    assert gathered(delaunay, LetterKind.MISSED).large
    assert not gathered(fourniers, LetterKind.MISSED).large


def test_a_summary_says_what_each_side_does(delaunay: Briefing) -> None:
    said = MeetingSummary(
        "vous souhaitez aider vos petits-enfants",
        ("revoir le testament",),
        ("écrire au notaire",),
        (),
        date(2026, 6, 2),
    )
    printed = read(make_letter(delaunay, LetterKind.SUMMARY, TODAY, summary=said).pdf).text
    for words in ("aider vos petits-enfants", "revoir le testament", "écrire au notaire"):
        assert words in printed
    assert "nothing for now" in printed
    assert "Tuesday 2 June 2026" in printed


def test_what_is_not_known_is_a_line_to_fill_in(fourniers: Briefing) -> None:
    unreachable = replace(fourniers, advisor=replace(fourniers.advisor, phone=None, email=None))
    text = prose(gathered(unreachable, LetterKind.MISSED))
    assert text.count("․" * 18) == 2
    assert "None" not in text


def test_who_refused_letters_gets_none_that_nobody_asked_for(
    services: Services, bank: Bank
) -> None:
    bank.put(
        clients.consent,
        client_id=bank.keys["C1"],
        use="letter",
        given=False,
        on_day=date(2026, 1, 1),
    )
    with pytest.raises(NoLettersWanted):
        services.letters.for_appointment("RV1", LetterKind.PROPOSAL)
    assert services.letters.for_appointment("RV1", LetterKind.APPOINTMENT).clients


def test_a_letter_that_somebody_wrote_keeps_its_names_and_every_line(delaunay: Briefing) -> None:
    data = gathered(delaunay, LetterKind.MISSED)
    text = "Dear Ms D,\n\nFirst.\nSecond.\n\nKind regards,\n" + "\n".join(data.signatures)
    written = rewritten(data, "Ours", text)
    assert (written.subject, written.greeting) == ("Ours", "Dear Ms D,")
    assert written.parts == (Prose("First."), Prose("Second."))
    assert (written.closing, written.signatures) == ("Kind regards,", data.signatures)
    assert rewritten(data, "", "").parts == ()
    assert rewritten(data, "", "One").greeting == "One"
