"""From a store to the words of a sheet, and to the paper."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from paper.reading import read
from paper.store import Bank, fill

from advisor_app.bootstrap import Services
from advisor_app.domain.briefing import BriefedProject, Briefing, HouseholdMember, Proposal
from advisor_app.domain.briefing_rules import holds_back
from advisor_app.domain.codes import Language, Link, Place, ProjectSource, ProjectStatus
from advisor_app.domain.keys import new_key
from advisor_app.i18n import speaking
from advisor_app.playbooks.projects import life_projects
from advisor_app.reports.gather import gather_sheet
from advisor_app.reports.papers import make_day_pack, make_sheet
from advisor_app.reports.people_words import age_words, joint_name
from advisor_app.reports.sheet_data import DocumentState, Printing, SheetData
from advisor_app.storage.store import Store


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


def gathered(briefing: Briefing, language: Language = Language.EN) -> SheetData:
    at = datetime(2026, 4, 23, 10, 18)  # noqa: DTZ001 wall time
    return gather_sheet(briefing, Printing("Claire Morvan", at, briefing.today), language)


def test_the_banner_says_who_when_where_and_what_for(fourniers: Briefing) -> None:
    data = gathered(fourniers, Language.EN)
    assert data.names == "Camille and Julien Fournier"
    assert data.visit.place == "Bureau 2"
    assert data.marks[:2] == ("First meeting with you", "First home")
    assert data.marks[2:] == ("60 min", "in French", "say “Monsieur et Madame Fournier”")


def test_the_reason_has_the_clients_words_and_their_day(fourniers: Briefing) -> None:
    words = "Ils veulent acheter une maison (said by the client on 12 March 2024)."
    assert gathered(fourniers).reason == f"First home, for September 2026. {words}"


def test_how_the_relation_stands_follows_where_there_is_room(delaunay: Briefing) -> None:
    assert gathered(delaunay).reason.endswith("Your last meeting was on 10 February 2026.")


def test_a_long_absence_is_the_first_thing_to_remember(fourniers: Briefing) -> None:
    first = gathered(fourniers).remember[0].text
    assert first == (
        "No meeting in person for 25 months; the last one was with Jean-Marc Thibault."
    )


def test_questions_are_in_the_clients_language_and_the_rest_in_the_readers(
    delaunay: Briefing, fourniers: Briefing
) -> None:
    catalogue = life_projects()
    english = gathered(delaunay, Language.FR)
    assert english.questions == tuple(text.en for text in catalogue["annual_review"].questions[:5])
    assert english.avoid[0] == catalogue["annual_review"].sensitive[0].fr
    assert gathered(fourniers, Language.EN).questions[0] == catalogue["first_home"].questions[0].fr


def test_the_course_has_clock_times_that_fill_the_appointment(fourniers: Briefing) -> None:
    course = gathered(fourniers).course
    assert course[0].start is not None
    assert (course[0].start.hour, course[0].start.minute) == (10, 30)
    assert sum(step.minutes for step in course) == 60


@pytest.mark.parametrize("minutes", [20, 30, 45, 90, 120])
def test_the_course_fits_a_shorter_or_longer_appointment(fourniers: Briefing, minutes: int) -> None:
    assert fourniers.visit is not None
    end = fourniers.visit.start + timedelta(minutes=minutes)
    course = gathered(replace(fourniers, visit=replace(fourniers.visit, end=end))).course
    planned = sum(step.minutes for step in course)
    assert planned == max(minutes, 5 * len(course))
    assert all(step.minutes >= 5 for step in course)


def test_who_comes_stands_before_the_household_with_ages_and_ties(fourniers: Briefing) -> None:
    people = gathered(fourniers).people
    assert [person.name for person in people] == [
        "Camille Fournier",
        "Julien Fournier",
        "Louise",
    ]
    assert people[0].about == "34 years old, infirmière, client since September 2009"
    assert people[1].about.startswith("partner, 36 years old")
    assert people[2].about == "child, 3 months old, not announced"


def test_a_grown_member_who_may_not_know_is_marked(fourniers: Briefing) -> None:
    friend = HouseholdMember(Link.OTHER, "Paul", "Petit", date(1980, 1, 1), None, may_know=False)
    people = gathered(replace(fourniers, members=(friend,))).people
    assert "not to be told, not a client, not announced" in people[-1].about
    told = gathered(replace(fourniers, members=(replace(friend, may_know=True),))).people
    assert "may be told" in told[-1].about


def test_three_things_are_remembered_the_promise_and_the_tea_among_them(
    fourniers: Briefing,
) -> None:
    alone = replace(fourniers, clients=fourniers.clients[:1])
    remembered = [line.text for line in gathered(alone).remember]
    assert "Promised for 20 April 2026: une réponse sur le PEL." in remembered
    assert "Camille : thé. Julien : café sans sucre." in remembered


def test_somebody_not_met_for_years_is_listened_to_without_any_product(
    fourniers: Briefing, delaunay: Briefing
) -> None:
    assert holds_back(fourniers, life_projects())
    assert "no product" in gathered(fourniers).situation[0]
    assert not holds_back(delaunay, life_projects())
    held = gathered(delaunay).situation
    assert "Life insurance: held since 2012" in held
    assert "Term deposit: held, ends on 4 May 2027" in held


def test_a_bereavement_keeps_products_off_the_sheet_for_ninety_days(delaunay: Briefing) -> None:
    grief = BriefedProject(
        key=new_key(),
        ref="P9",
        client=delaunay.clients[0].key,
        code="bereavement",
        status=ProjectStatus.HEARD,
        target=None,
        amount=None,
        currency="EUR",
        noted_on=delaunay.today - timedelta(days=89),
        source=ProjectSource.CLIENT,
        note=None,
        inputs=(),
    )
    assert holds_back(replace(delaunay, projects=(grief,)), life_projects())
    later = replace(grief, noted_on=delaunay.today - timedelta(days=90))
    assert not holds_back(replace(delaunay, projects=(later,)), life_projects())


def test_no_amount_by_account_and_no_account_number_is_printed(delaunay: Briefing) -> None:
    printed = read(make_sheet(delaunay, delaunay_now(), Language.EN).pdf).text
    # The opaque reference is drawn by chance and may hold any letters and digits.
    text = printed.replace("1948", "").replace(delaunay.code, "")
    assert "84" not in text
    assert "K1" not in text


def delaunay_now() -> datetime:
    return datetime(2026, 4, 23, 10, 18)  # noqa: DTZ001 wall time


def test_a_contact_is_ticked_where_everybody_agreed(fourniers: Briefing) -> None:
    given = {line.label: line.given for line in gathered(fourniers).contacts}
    assert given == {"Letters": False, "Phone": True, "E-mail": False, "SMS": False}
    assert "Refused: SMS." in gathered(fourniers).rules


def test_at_home_the_rules_and_the_address_are_printed(delaunay: Briefing) -> None:
    data = gathered(delaunay)
    assert data.visit.place == "at home, 3 rue des Lavoirs, Les Ormeaux"
    assert data.rules[0].startswith("Outside the branch: no signature today")
    assert any("profiling" in rule for rule in data.rules)
    assert delaunay.visit is not None
    afar = replace(delaunay, visit=replace(delaunay.visit, place=Place.VIDEO))
    assert gathered(afar).rules[0].startswith("From afar")


def test_a_proposal_gives_subject_and_reason_where_nothing_is_booked(fourniers: Briefing) -> None:
    proposal = Proposal("retiring_now", None, "Il part à la retraite en janvier 2027.")
    data = gathered(replace(fourniers, visit=None, proposal=proposal))
    assert data.reason.startswith("Il part à la retraite en janvier 2027.")
    assert data.subject.title == "Retiring"
    assert data.visit.start is None
    assert all(step.start is None for step in data.course)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("code", list(life_projects()))
def test_every_project_and_occasion_prints_on_two_pages_in_every_language(
    fourniers: Briefing, code: str, language: Language
) -> None:
    about = replace(fourniers, proposal=Proposal(code, None, ""), visit=None)
    printed = read(make_sheet(about, delaunay_now(), language).pdf)
    assert len(printed.pages) == 2
    assert min(printed.sizes - {8.5}) >= 9.5
    assert "□" not in printed.text


def test_nothing_to_bring_is_a_sentence_and_no_box(fourniers: Briefing) -> None:
    about = replace(fourniers, proposal=Proposal("get_acquainted", None, ""), visit=None)
    (line,) = gathered(about).documents
    assert line.state is DocumentState.NOTHING


def test_six_people_at_the_table_are_all_named(services: Services, bank: Bank) -> None:
    names = ["Ana", "Bo", "Cleo", "Dan", "Eva", "Finn"]
    for number, name in enumerate(names):
        bank.client(f"S{number}", name, "Tribu")
    bank.serve("S0", "A1", date(2025, 1, 1))
    bank.appointment(
        "RV6",
        [f"S{number}" for number in range(6)],
        "A1",
        datetime(2026, 5, 4, 9, 0),  # noqa: DTZ001 wall time
        datetime(2026, 5, 4, 10, 0),  # noqa: DTZ001 wall time
    )
    printed = read(
        make_sheet(services.sheets.for_appointment("RV6"), delaunay_now(), Language.EN).pdf
    )
    assert len(printed.pages) == 2
    assert all(name in printed.pages[0] for name in names)


def test_namesakes_bear_their_birth_year(services: Services, bank: Bank) -> None:
    for number, year in enumerate((1961, 1994)):
        bank.client(f"N{number}", "Marie", "Martin", birth_date=date(year, 5, 1))
        bank.serve(f"N{number}", "A1", date(2025, 1, 1))
        bank.appointment(
            f"RN{number}",
            [f"N{number}"],
            "A1",
            datetime(2026, 5, 5, 9 + number, 0),  # noqa: DTZ001 wall time
            datetime(2026, 5, 5, 9 + number, 30),  # noqa: DTZ001 wall time
        )
    day = services.sheets.for_day("A1", date(2026, 5, 5))
    with speaking(Language.EN):
        names = [joint_name(briefing.clients) for briefing in day.meetings]
    assert names == ["Marie Martin, born in 1961", "Marie Martin, born in 1994"]
    cover = read(make_day_pack(day, delaunay_now(), Language.EN).pdf).pages[0]
    assert all(name in cover for name in names)


def test_the_day_pack_of_a_store_holds_its_sheets_alerts_and_tasks(
    services: Services, bank: Bank
) -> None:
    assert bank.keys
    day = services.sheets.for_day("A1", date(2026, 4, 23))
    paper = make_day_pack(day, delaunay_now(), Language.EN)
    printed = read(paper.pdf)
    assert len(printed.pages) == paper.pages == 8
    cover = printed.pages[0]
    for words in (
        "Claire Morvan",
        "2 meetings, of which 1 outside the branch, 1 first meeting",
        "promised and not done yet",
        "leave at 13:30",
        "2 sheets shredded",
        "Free: 09:00 to 10:30; 11:30 to 12:30; 15:30 to 18:00",
        "To greet at the door: Camille and Julien Fournier",
    ):
        assert words in cover
    assert "documents are not on file yet" in printed.pages[0] + printed.pages[1]
    assert "leave at 13:30 · 30 min on the way, each way" in printed.pages[-2]
    assert len(printed.bookmarks) == 6


def test_the_pack_of_who_comes_along_holds_the_meeting_as_a_colleagues(
    services: Services, bank: Bank
) -> None:
    bank.appointment(
        "RV8",
        ["C3"],
        "A2",
        datetime(2026, 4, 23, 16, 0),  # noqa: DTZ001 wall time
        datetime(2026, 4, 23, 17, 0),  # noqa: DTZ001 wall time
        colleague_id=bank.keys["A1"],
    )
    day = services.sheets.for_day("A1", date(2026, 4, 23))
    printed = read(make_day_pack(day, delaunay_now(), Language.EN).pdf)
    cover = printed.pages[0]
    assert "3 meetings, of which 1 outside the branch, 1 first meeting, 1 shared" in cover
    assert "you join Jean-Marc Thibault" in cover
    assert "Free: 09:00 to 10:30; 11:30 to 12:30; 15:30 to 16:00; 17:00 to 18:00" in cover
    assert len(printed.bookmarks) == 7
    # The sheet is the host's own: what he prints and what comes in this pack are one paper.
    his = services.sheets.for_day("A2", date(2026, 4, 23))
    assert [one.code for one in his.meetings] == [day.meetings[-1].code]
    eve = services.sheets.for_day("A1", date(2026, 4, 22))
    before = read(make_day_pack(eve, delaunay_now(), Language.EN).pdf).pages[-2]
    assert "Marguerite Delaunay · At the branch · you join Jean-Marc Thibault" in before


@pytest.mark.parametrize(
    ("birth", "words"),
    [
        (None, ""),
        (date(2026, 4, 24), ""),
        (date(2026, 4, 20), "0 months old"),
        (date(2026, 3, 23), "1 month old"),
        (date(2024, 4, 24), "23 months old"),
        (date(2024, 4, 23), "2 years old"),
        (date(1948, 3, 3), "78 years old"),
    ],
)
def test_ages(birth: date | None, words: str) -> None:
    with speaking(Language.EN):
        assert age_words(birth, date(2026, 4, 23)) == words
