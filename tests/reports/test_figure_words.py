"""The figures of a sheet, from the store to their lines."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from paper.store import Bank, fill

from advisor_app.bootstrap import Services
from advisor_app.domain.briefing import Briefing, Holding, KnownFact, Proposal
from advisor_app.domain.briefing_rules import subject_of
from advisor_app.domain.codes import Language
from advisor_app.domain.figures.values import Output, OutputRule, Unit
from advisor_app.domain.local_text import LocalText
from advisor_app.i18n import speaking
from advisor_app.i18n.figure_wording import number_words, output_words
from advisor_app.i18n.formats import NO_BREAK_SPACE
from advisor_app.playbooks.figures import figures
from advisor_app.playbooks.projects import life_projects
from advisor_app.reports.sheet_data import Subject
from advisor_app.reports.subject_words import subject_words
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


def subject(briefing: Briefing, language: Language = Language.EN) -> Subject:
    with speaking(language):
        return subject_words(briefing, subject_of(briefing), life_projects())


def lines(briefing: Briefing, language: Language = Language.EN) -> dict[str, str | None]:
    return {line.label: line.value for line in subject(briefing, language).figures}


def with_inputs(briefing: Briefing, **inputs: str) -> Briefing:
    (project,) = (one for one in briefing.projects if one.code == "first_home")
    said = tuple((dict(project.inputs) | inputs).items())
    return replace(briefing, projects=(replace(project, inputs=said),))


def test_what_is_known_is_computed_and_what_is_missing_is_a_line_to_fill_in(
    fourniers: Briefing,
) -> None:
    assert lines(fourniers) == {
        "Amount that was named": "€285,000",
        "Monthly instalment": "€1,295.46",
        "Debt-service ratio": None,
        "Indicative borrowing capacity": None,
        "Acquisition costs": None,
        "Loan to value": None,
    }


def test_more_inputs_fill_the_lines_in_the_reader_s_language(fourniers: Briefing) -> None:
    known = with_inputs(fourniers, price="285000", costs="21400", income="4120", instalments="0")
    found = {
        label: (value or "").replace("\u202f", " ")
        for label, value in lines(known, Language.FR).items()
    }
    assert found["Mensualité"].replace(NO_BREAK_SPACE, " ") == "1 295,46 €"
    assert found["Taux d’effort"].replace(NO_BREAK_SPACE, " ") == "31,44 %"
    assert found["Part financée (quotité)"].replace(NO_BREAK_SPACE, " ") == "92,77 %"


def test_the_lines_are_at_most_six_and_never_a_zero_for_the_unknown(fourniers: Briefing) -> None:
    for code in life_projects():
        proposed = replace(fourniers, visit=None, proposal=Proposal(code, None, ""))
        found = subject(proposed).figures
        assert len(found) <= 6
        assert all(line.value != "€0" for line in found), code


def test_what_the_figures_rest_on_is_said_with_the_days_of_the_rules(fourniers: Briefing) -> None:
    basis = " ".join(subject(with_inputs(fourniers, income="4120", instalments="0")).basis)
    assert "Amount borrowed €264,400" in basis
    assert "Yearly rate 3.30%" in basis
    assert "Term 25 years" in basis
    assert "Highest debt-service ratio (HCSF), since 1 January 2022" in basis


def test_an_instalment_aimed_at_is_compared_and_what_lacks_is_said(fourniers: Briefing) -> None:
    known = with_inputs(fourniers, target_instalment="1250", income="4120", instalments="0")
    found = subject(known)
    assert [(bar.value, bar.drawn) for bar in found.bars] == [
        ("€1,250", "hatched"),
        ("€1,295", "black"),
        ("€1,442", "white"),
    ]
    assert found.remark == (
        "To keep to €1,250 a month, about €9,300 of own money is lacking; otherwise count"
        " €46 more a month, below the usual limit."
    )
    kept = subject(with_inputs(fourniers, target_instalment="1300"))
    assert kept.remark == ""
    assert subject(fourniers).bars == ()


def test_a_first_meeting_tells_the_relation_in_one_line(fourniers: Briefing) -> None:
    proposed = replace(fourniers, visit=None, proposal=Proposal("get_acquainted", None, ""))
    found = subject(proposed)
    assert found.figures == ()
    assert found.basis[0].startswith("Client since 2009, ")
    assert "last face-to-face 25 months ago" in found.basis[0]
    assert found.basis[0].endswith("1 open promise.")


def test_the_next_day_of_a_contract_is_the_one_that_is_shown(delaunay: Briefing) -> None:
    proposed = replace(delaunay, visit=None, proposal=Proposal("contract_anniversary", None, ""))
    assert lines(proposed)["Term deposit: maturity"] == "4 May 2027"
    life = Holding(
        "K9", delaunay.clients[0].key, "life_insurance", date(2012, 5, 4), None, None, None, "EUR"
    )
    passed = replace(proposed, holdings=(life,))
    assert lines(passed)["Life insurance: 8 years"] == "4 May 2020"


def test_facts_of_the_client_fill_figures_and_the_project_s_own_words_beat_them(
    fourniers: Briefing,
) -> None:
    client = fourniers.clients[0].key
    facts = (
        KnownFact(client, "demand_savings", "9600", None),
        KnownFact(client, "monthly_expenses", "2350", None),
        KnownFact(client, "housing", "tenant", None),
    )
    reserve = Proposal("emergency_reserve", None, "")
    alone = replace(fourniers, clients=fourniers.clients[:1])
    briefing = replace(alone, visit=None, proposal=reserve, facts=facts)
    assert lines(briefing)["Months of reserve"] == "4.1 months"


def test_an_input_that_cannot_be_used_is_a_line_to_fill_in(fourniers: Briefing) -> None:
    for hostile in ("3.30", "-1", "1e9", "<b>", "NaN"):
        assert lines(with_inputs(fourniers, rate=hostile))["Monthly instalment"] is None


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (Decimal("1250.00"), Unit.AMOUNT, "€1,250"),
        (Decimal("0.3147"), Unit.PERCENT, "31.47%"),
        (Decimal("1.0"), Unit.MONTHS, "1 month"),
        (Decimal("4.1"), Unit.MONTHS, "4.1 months"),
        (753, Unit.AGE, "62 years and 9 months"),
        (768, Unit.AGE, "64 years"),
        (9, Unit.AGE, "9 months"),
        (True, Unit.YES_NO, "yes"),
        (False, Unit.YES_NO, "no"),
        (date(2028, 9, 1), Unit.MONTH, "September 2028"),
        (date(2028, 9, 1), Unit.DATE, "1 September 2028"),
        ("short", Unit.CHOICE, "Short"),
        (LocalText("a", "b", "c", "d"), Unit.TEXT, "b"),
        (1200, Unit.COUNT, "1,200"),
    ],
)
def test_each_unit_is_worded(value: Decimal | int, unit: Unit, expected: str) -> None:
    marks = figures()["reserve_months"].outputs["mark"]
    rule = OutputRule("x", unit, marks.label, marks.choices)
    with speaking(Language.EN):
        assert output_words(Output("x", value, unit), rule, "EUR") == expected


@pytest.mark.parametrize(
    ("value", "said"),
    [("0.6", "0,6 Monate"), ("1", "1 Monat"), ("1.5", "1,5 Monate"), ("3", "3 Monate")],
)
def test_months_with_decimals_are_several(value: str, said: str) -> None:
    with speaking(Language.DE):
        words = number_words(Decimal(value), Unit.MONTHS, "EUR")
    assert words.replace("\N{NO-BREAK SPACE}", " ") == said
