"""What a sheet is made of, and that it is remembered when it leaves the printer."""

import json
from datetime import date, datetime

import pytest
from paper.store import Bank, fill, rows

from advisor_app.bootstrap import Services
from advisor_app.domain.briefing import NobodyServes, NoSuchAppointment
from advisor_app.domain.briefing_rules import (
    ANNUAL_REVIEW,
    GET_ACQUAINTED,
    has_met,
    last_meeting,
    subject_of,
)
from advisor_app.domain.codes import Language
from advisor_app.domain.day_briefing import ProposedCall
from advisor_app.domain.errors import NoSuchAdvisor, NoSuchClient
from advisor_app.domain.papers import paper_code
from advisor_app.domain.sheet_choices import SheetChoices
from advisor_app.services.desk import Desk
from advisor_app.storage.facts import recompute
from advisor_app.storage.schema import organisation, projects
from advisor_app.storage.schema.record import audit_entry, document
from advisor_app.storage.store import Store


@pytest.fixture
def bank(store: Store) -> Bank:
    return fill(store)


@pytest.mark.usefixtures("bank")
def test_an_appointment_brings_its_clients_their_household_and_the_whole_relation(
    services: Services,
) -> None:
    briefing = services.sheets.for_appointment("RV1")
    assert [client.ref for client in briefing.clients] == ["C1", "C2"]
    assert {member.first_name for member in briefing.members} == {"Camille", "Julien", "Louise"}
    assert briefing.advisor.ref == "A1"
    assert briefing.visit is not None
    assert (briefing.visit.room, briefing.visit.start.hour) == ("Bureau 2", 10)
    assert [contact.subject for contact in briefing.contacts] == ["Idée d’achat", None]
    assert briefing.months[0].count == 17
    assert dict(briefing.projects[0].inputs) == {
        "capital": "264400",
        "rate": "0.033",
        "months": "300",
    }
    met = last_meeting(briefing)
    assert met is not None
    assert met.advisors[0][1] == "Jean-Marc Thibault"
    assert not has_met(briefing)
    assert subject_of(briefing).code == "first_home"


@pytest.mark.usefixtures("bank")
def test_nothing_of_another_clients_affairs_is_read(services: Services) -> None:
    briefing = services.sheets.for_appointment("RV2")
    assert {contact.subject for contact in briefing.contacts} == {"Succession"}
    assert briefing.projects == ()
    assert {holding.family for holding in briefing.holdings} == {"life_insurance", "term_deposit"}


def test_without_an_appointment_the_occasion_follows_from_whether_they_have_met(
    services: Services, bank: Bank
) -> None:
    bank.client("C8", "Nadia", "Belkacem")
    bank.serve("C8", "A1", date.fromisoformat("2026-01-05"))
    bank.client("C9", "Léa", "Bertin")
    bank.serve("C9", "A1", date.fromisoformat("2020-01-05"))
    bank.contact("T9", "C9", "A1", date.fromisoformat("2025-06-01"))
    assert subject_of(services.sheets.for_client("C8")).code == GET_ACQUAINTED
    review = services.sheets.for_client("C9")
    assert subject_of(review).code == ANNUAL_REVIEW
    assert review.visit is None


@pytest.mark.usefixtures("bank")
def test_a_client_with_an_appointment_is_prepared_for_it(services: Services) -> None:
    assert services.sheets.for_client("C2") == services.sheets.for_appointment("RV1")


def test_what_is_unknown_is_refused(services: Services, bank: Bank) -> None:
    bank.client("C7", None, "Seul")
    with pytest.raises(NoSuchAppointment):
        services.sheets.for_appointment("no")
    with pytest.raises(NoSuchClient):
        services.sheets.for_client("no")
    with pytest.raises(NobodyServes):
        services.sheets.for_client("C7")
    with pytest.raises(NoSuchAdvisor):
        services.sheets.for_day("no", date.fromisoformat("2026-04-23"))


@pytest.mark.usefixtures("bank")
def test_a_day_holds_its_meetings_in_order_and_what_is_due(services: Services) -> None:
    day = services.sheets.for_day("A1", date.fromisoformat("2026-04-23"))
    assert [one.visit.ref for one in day.meetings if one.visit] == ["RV1", "RV2"]
    assert [(task.what, task.clients[0].ref) for task in day.tasks] == [
        ("une réponse sur le PEL", "C1")
    ]
    assert [(start.hour, end.hour) for start, end in day.hours] == [(9, 12), (13, 18)]
    assert services.sheets.for_day("A1", date.fromisoformat("2026-04-24")).meetings == ()


def test_a_day_holds_the_meetings_that_the_advisor_joins_on_the_wall_of_his_branch(
    services: Services, bank: Bank
) -> None:
    far = bank.put(organisation.branch, "B9", name="Saint-Denis", zone="Indian/Reunion")
    bank.put(organisation.advisor, "A9", first_name="Rose", last_name="Hoarau", branch_id=far)
    bank.appointment(
        "RV8",
        ["C3"],
        "A1",
        datetime(2026, 4, 23, 16, 0),  # noqa: DTZ001 wall time
        datetime(2026, 4, 23, 17, 0),  # noqa: DTZ001 wall time
        colleague_id=bank.keys["A9"],
    )
    (joined,) = services.sheets.for_day("A9", date(2026, 4, 23)).meetings
    own = services.sheets.for_day("A1", date(2026, 4, 23)).meetings[-1]
    assert joined.visit is not None
    assert own.visit is not None
    assert (joined.visit.host, own.visit.host) == ("Claire Morvan", None)
    # In summer, Réunion is two hours ahead of Paris.
    assert (joined.visit.start.hour, own.visit.start.hour) == (18, 16)
    assert (joined.follow_up_due, joined.advisor) == (own.follow_up_due, own.advisor)
    (told,) = services.sheets.for_day("A9", date(2026, 4, 22)).next_day.visits  # type: ignore[union-attr] # there is one
    assert (told[0].start.hour, told[1][0].ref) == (18, "C3")


@pytest.mark.usefixtures("bank")
def test_a_day_tells_who_comes_on_the_next_day_of_work(services: Services) -> None:
    nothing = services.sheets.for_day("A1", date(2026, 4, 23)).next_day
    assert nothing is not None
    # The working hours of the small bank are those of Thursdays alone.
    assert (nothing.day, nothing.visits) == (date(2026, 4, 30), ())
    before = services.sheets.for_day("A1", date(2026, 4, 22)).next_day
    assert before is not None
    assert [[one.ref for one in who] for _visit, who in before.visits] == [["C1", "C2"], ["C3"]]


def test_calls_are_the_days_best_with_a_telephone_and_none_at_the_weekend(
    services: Services, bank: Bank
) -> None:
    proposed = [ProposedCall(bank.keys["C3"], "She waits for an answer.")]
    day = services.sheets.for_day("A1", date(2026, 4, 23), lambda _advisor, _day: proposed)
    assert [(call.client.ref, call.reason) for call in day.calls] == [
        ("C3", "She waits for an answer.")
    ]
    assert services.suggesting.calls("A1", date(2026, 4, 25)) == ()


@pytest.mark.usefixtures("bank")
def test_a_printed_sheet_is_on_the_trail_of_every_client_and_remembered_once(
    services: Services, desk: Desk
) -> None:
    briefing = services.sheets.for_appointment("RV1")
    services.sheets.sheet_printed(briefing)
    services.sheets.sheet_printed(services.sheets.for_appointment("RV1"))
    with desk.reading() as transaction:
        (kept,) = rows(transaction, document)
        deeds = [one for one in rows(transaction, audit_entry) if one.action == "sheet printed"]
    assert (kept.code, kept.pages, kept.kind) == (briefing.code, 2, "briefing_sheet")
    assert [one.subject for one in deeds] == ["RV1"] * 4
    assert {one.client_id for one in deeds} == {client.key for client in briefing.clients}
    assert "Fournier" not in str([one.detail for one in deeds])


@pytest.mark.usefixtures("bank")
def test_a_printed_day_pack_is_on_the_trail_of_every_client_in_it(
    services: Services, desk: Desk
) -> None:
    day = services.sheets.for_day("A1", date.fromisoformat("2026-04-23"))
    services.sheets.pack_printed(day, 6)
    with desk.reading() as transaction:
        deeds = [one for one in rows(transaction, audit_entry) if one.action == "day pack printed"]
        (kept,) = rows(transaction, document)
    assert len(deeds) == 3
    assert (kept.kind, kept.pages, kept.code) == ("day_pack", 6, day.code)


@pytest.mark.usefixtures("bank")
def test_the_trail_says_what_was_hidden_on_a_printed_paper(services: Services, desk: Desk) -> None:
    choices = SheetChoices(hide_amounts=True, initials=True)
    services.sheets.sheet_printed(services.sheets.for_appointment("RV1"), choices)
    day = services.sheets.for_day("A1", date.fromisoformat("2026-04-23"))
    services.sheets.pack_printed(day, 6, SheetChoices(initials=True))
    services.sheets.sheet_printed(services.sheets.for_appointment("RV2"))
    with desk.reading() as transaction:
        found = [
            (one.action, json.loads(one.detail).get("hidden"))
            for one in rows(transaction, audit_entry)
            if one.action in {"sheet printed", "day pack printed"}
        ]
    assert ("sheet printed", ["amounts", "names"]) in found
    assert ("day pack printed", ["names"]) in found
    assert found[-1] == ("sheet printed", None)


def test_the_households_of_whom_to_call_are_known(services: Services, bank: Bank) -> None:
    proposed = [ProposedCall(bank.keys["C1"], "Louise is one year old.")]
    day = services.sheets.for_day("A1", date(2026, 4, 23), lambda _advisor, _day: proposed)
    assert "Louise" in {member.first_name for member in day.members}


@pytest.mark.usefixtures("bank")
def test_a_code_that_belongs_to_another_paper_is_not_given_again(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def same_for_all(seed: bytes, attempt: int = 0) -> str:
        return paper_code(seed, attempt) if attempt else "0000-0000"

    monkeypatch.setattr("advisor_app.storage.documents.paper_code", same_for_all)
    first = services.sheets.for_appointment("RV1")
    services.sheets.sheet_printed(first)
    assert first.code == "0000-0000"
    assert services.sheets.for_appointment("RV1").code == "0000-0000"
    assert services.sheets.for_appointment("RV2").code != "0000-0000"


@pytest.mark.usefixtures("bank")
def test_one_paper_keeps_its_code_all_day(services: Services) -> None:
    assert (
        services.sheets.for_appointment("RV1").code == services.sheets.for_appointment("RV1").code
    )


@pytest.mark.usefixtures("bank")
def test_the_follow_up_is_owed_48_hours_later_sundays_and_holidays_left_out(
    services: Services, bank: Bank
) -> None:
    thursday = services.sheets.for_appointment("RV1")
    assert thursday.follow_up_due is not None
    assert thursday.follow_up_due.isoformat() == "2026-04-25T11:30:00"
    bank.appointment(
        "RV3",
        ["C3"],
        "A1",
        datetime(2026, 4, 30, 16, 0),  # noqa: DTZ001 wall time, as stores keep it
        datetime(2026, 4, 30, 17, 0),  # noqa: DTZ001 same
    )
    before_may_day = services.sheets.for_appointment("RV3").follow_up_due
    assert before_may_day is not None
    assert before_may_day.isoformat() == "2026-05-04T17:00:00"


def test_a_client_without_an_appointment_is_prepared_for_the_best_suggestion(
    services: Services, bank: Bank, desk: Desk
) -> None:
    bank.client("C9", "Léa", "Bertin", title="mrs")
    bank.serve("C9", "A2", date(2015, 1, 5), date(2025, 1, 5))
    bank.serve("C9", "A1", date(2025, 1, 6))
    bank.put(
        projects.project,
        "P9",
        client_id=bank.keys["C9"],
        code="retiring_now",
        status="heard",
        target="2026-09",
        target_from=date(2026, 9, 1),
        noted_on=date(2026, 4, 1),
        source="client",
    )
    with desk.writing() as transaction:
        recompute(transaction, None)
    briefing = services.sheets.for_client(
        "C9", lambda key: services.suggesting.proposal(key, Language.EN)
    )
    assert briefing.proposal is not None
    assert briefing.proposal.reason
    subject = subject_of(briefing)
    assert (subject.code, subject.project and subject.project.ref) == ("retiring_now", "P9")
