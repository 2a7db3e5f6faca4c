"""The figures of a store that was filled by hand, and that nobody is named on their report."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from paper.reading import read
from small_branch import BRANCH, NOW, add_project, key, settle
from sqlalchemy import Connection, Table, insert, update

from advisor_app.bootstrap import Services
from advisor_app.domain.codes import Language, Role
from advisor_app.domain.errors import NoAdvisorYet, NoSuchAdvisor
from advisor_app.domain.keys import Key, new_key
from advisor_app.domain.kpis.asked import ReportPurpose
from advisor_app.domain.kpis.measures import Counted, Kpi, Measure, Part, Share, share
from advisor_app.domain.kpis.period import NoPeriod, NoSuchBranch
from advisor_app.domain.portfolio_view import ExportNeedsAPurpose
from advisor_app.domain.trail import Deed
from advisor_app.reports.papers import make_report
from advisor_app.services.desk import Desk
from advisor_app.services.kpis import KpiReports, ManagersReport
from advisor_app.storage.organisation import find_advisor, list_advisors
from advisor_app.storage.schema.calendar import appointment, attendee, commitment, follow_up
from advisor_app.storage.schema.clients import assignment, client
from advisor_app.storage.schema.contacts import touchpoint
from advisor_app.storage.schema.organisation import advisor
from advisor_app.storage.schema.organisation import branch as branch_table
from advisor_app.storage.schema.record import audit_entry
from advisor_app.storage.schema.suggestions import suggestion, suggestion_answer

FROM, UNTIL = date(2026, 1, 1), date(2026, 3, 31)
FEBRUARY = date(2026, 2, 10)
_NOON = int(datetime(2026, 2, 10, 12, tzinfo=NOW.tzinfo).timestamp())


def add(connection: Connection, table: Table, **values: Any) -> Key:
    """Write a row of the branch."""
    made = new_key()
    connection.execute(insert(table).values(id=made, branch_id=BRANCH.key, **values))
    return made


def add_touch(connection: Connection, name: str, ref: str, **values: Any) -> None:
    usual = {"channel": "branch", "nature": "conversation", "direction": "out", "minutes": 45}
    usual |= {"advisor_id": key("A1"), "on_day": FEBRUARY}
    add(connection, touchpoint, ref=ref, client_id=key(name), **(usual | values))


def add_visit(connection: Connection, name: str, ref: str, status: str, **values: Any) -> Key:
    row = {
        "ref": ref,
        "advisor_id": key("A1"),
        "place": "branch",
        "status": status,
        "zone": "Europe/Paris",
        "start_wall": "2026-02-10T12:00",
        "start_utc": _NOON,
        "end_wall": "2026-02-10T13:00",
        "end_utc": _NOON + 3600,
        "busy_from": _NOON,
        "busy_until": _NOON + 3600,
    }
    made = add(connection, appointment, **(row | values))
    connection.execute(
        insert(attendee).values(appointment_id=made, client_id=key(name), branch_id=BRANCH.key)
    )
    return made


def add_suggestion(connection: Connection, name: str, answer: str | None, **values: Any) -> Key:
    made = add(
        connection,
        suggestion,
        client_id=key(name),
        advisor_id=key("A1"),
        ritual="branch_meeting",
        subject="annual_review",
        made_on=FEBRUARY,
        until_day=UNTIL,
        facts="[]",
    )
    if answer is not None:
        row = {"suggestion_id": made, "answer": answer, "on_day": FEBRUARY}
        add(connection, suggestion_answer, **(row | values))
    return made


@pytest.fixture
def branch(desk: Desk) -> Desk:
    """Clients C1, C2 and C3 of A1 since 2020; C2 came from A2 in December; C3 objects."""
    with desk.writing() as connection:
        settle(connection)
        connection.execute(update(client).where(client.c.ref == "C3").values(no_profile=True))
        before = (assignment.c.client_id == key("C2")) & (assignment.c.until_day.is_(None))
        connection.execute(
            update(assignment)
            .where(before)
            .values(advisor_id=key("A2"), until_day=date(2025, 11, 30))
        )
        add(
            connection,
            assignment,
            client_id=key("C2"),
            advisor_id=key("A1"),
            from_day=date(2025, 12, 1),
        )
    return desk


def report(services: Services) -> ManagersReport:
    return services.kpi_reports.of_advisor("A1", FROM, UNTIL)


def found(services: Services, kpi: Kpi) -> Measure:
    return next(one for one in report(services).measures if one.kpi is kpi)


def part(measure: Measure, of: str) -> Share | Counted:
    return next(one.value for one in measure.told if one.of == of)


def test_who_is_counted_and_who_was_met(services: Services, branch: Desk) -> None:
    with branch.writing() as connection:
        add_touch(connection, "C1", "T1")
        add_touch(connection, "C3", "T3")  # objects: counted nowhere
    made = report(services)
    assert (made.households, made.clients) == (2, 2)
    assert found(services, Kpi.MET_12M).share == share(1, 2)
    assert found(services, Kpi.NEVER_MET).share == share(1, 2)


def test_those_who_asked_for_rest_are_left_out(services: Services, branch: Desk) -> None:
    with branch.writing() as connection:
        resting = update(client).where(client.c.ref == "C1")
        connection.execute(resting.values(no_contact_until=UNTIL))
    assert report(services).households == 1
    with branch.writing() as connection:
        resting = update(client).where(client.c.ref == "C1")
        connection.execute(resting.values(no_contact_until=date(2026, 3, 30)))
    assert report(services).households == 2


def test_a_client_taken_over_is_judged_by_what_was_known_then(
    services: Services, branch: Desk
) -> None:
    with branch.writing() as connection:
        # Done in January: still owed when the client changed advisor, hence priority A.
        row = {"ref": "P1", "client_id": key("C2"), "by": "bank", "what": "a call"}
        add(connection, commitment, **row, due=FEBRUARY, done_on=date(2026, 1, 15))
        add_touch(connection, "C2", "T1", on_day=date(2026, 1, 15), channel="phone")
    rate = found(services, Kpi.INTRO_RATE_90)
    assert rate.share == share(1, 1)
    assert part(rate, Part.PRIORITY_A) == share(0, 1)


def test_answers_to_suggestions_but_for_those_taken_back(services: Services, branch: Desk) -> None:
    with branch.writing() as connection:
        add_suggestion(connection, "C1", "booked")
        add_suggestion(connection, "C1", "no", reason="not_now")
        add_suggestion(connection, "C2", None)
        add_suggestion(connection, "C2", "no", reason="not_now", withdrawn_on=FEBRUARY)
    accepted = found(services, Kpi.SUGGESTION_ACCEPTANCE)
    assert accepted.share == share(1, 2)
    assert part(accepted, Part.UNDECIDED) == Counted(Decimal(2))
    assert part(found(services, Kpi.DECLINE_REASONS), "not_now") == Counted(Decimal(1))
    assert found(services, Kpi.PROPOSAL_TO_MEETING).share == share(1, 4)
    # Two for each household, under the three of `mass`.
    pressure = found(services, Kpi.CONTACT_PRESSURE)
    assert pressure.share == share(0, 2)
    assert part(pressure, Part.ON_AVERAGE) == Counted(Decimal("2.0"))


def test_appointments_and_the_day_after(services: Services, branch: Desk) -> None:
    with branch.writing() as connection:
        add_project(connection, "C1", "P1", "home_purchase", "open")
        about = key("P1")
        held = add_visit(connection, "C1", "V1", "held", next_day=date(2026, 9, 1))
        add_visit(connection, "C2", "V2", "missed", busy_from=_NOON, advisor_id=key("A2"))
        row = {"appointment_id": held, "kind": "summary", "due_wall": "2026-02-12T13:00"}
        add(connection, follow_up, **row, due_utc=_NOON, sent_on=date(2026, 2, 12))
        add_touch(connection, "C1", "T1", project_id=about)
        add_touch(connection, "C2", "T2", project_id=about)  # without a next step
        # In April, after the meeting.
        branch.record(connection, Deed("sheet printed", subject="V1", client=key("C1")))
    assert found(services, Kpi.NO_SHOW).share == share(0, 1)
    assert found(services, Kpi.FOLLOW_UP_48).share == share(1, 1)
    assert found(services, Kpi.PREPARED_RATE).share == share(0, 1)
    assert found(services, Kpi.MEANINGFUL_SHARE).share == share(1, 2)
    assert services.kpi_reports.of_branch("B1", FROM, UNTIL).measures[8].share == share(1, 2)


def test_a_sheet_printed_before_the_meeting_prepared_it(store: Any, branch: Desk) -> None:
    early = Desk(store, lambda: datetime(2026, 2, 9, 18, tzinfo=NOW.tzinfo))
    with branch.writing() as connection:
        add_visit(connection, "C1", "V1", "held")
    with early.writing() as connection:
        early.record(connection, Deed("day pack printed", subject="V1", client=key("C1")))
    assert found(Services(branch, None), Kpi.PREPARED_RATE).share == share(1, 1)


def test_promises_and_errands(services: Services, branch: Desk) -> None:
    with branch.writing() as connection:
        row = {"client_id": key("C1"), "what": "a call", "due": FEBRUARY}
        add(connection, commitment, **row, ref="P1", by="bank", done_on=FEBRUARY)
        add(connection, commitment, **row, ref="P2", by="bank", done_on=FEBRUARY, dropped=True)
        add(connection, commitment, **row, ref="P3", by="client")
        add_touch(connection, "C1", "T1", channel="counter", nature="operation")
        add_touch(connection, "C2", "T2", channel="counter", nature="operation")
        add_visit(connection, "C2", "V2", "held")
    assert found(services, Kpi.PROMISES_KEPT).share == share(1, 2)
    assert found(services, Kpi.DEFLECTED).share == share(1, 2)


def test_the_period_before_stands_beside_it(services: Services, branch: Desk) -> None:
    with branch.writing() as connection:
        add_touch(connection, "C1", "T1", on_day=date(2025, 2, 1))
    made = report(services)
    assert made.period.before() == (date(2025, 10, 3), date(2025, 12, 31))
    assert made.measures[0].share == share(0, 2)
    assert made.before[0].share == share(1, 2)


def test_nothing_is_counted_ahead_of_today(services: Services, branch: Desk) -> None:
    assert branch.today() == date(2026, 4, 23)
    made = services.kpi_reports.of_advisor("A1", FROM, date(2027, 1, 1))
    assert made.period.last == date(2026, 4, 23)


@pytest.mark.usefixtures("branch")
def test_what_cannot_be_reported_is_refused(services: Services) -> None:
    ask = services.kpi_reports
    with pytest.raises(NoPeriod):
        ask.of_advisor("A1", UNTIL, FROM)
    with pytest.raises(NoPeriod):
        ask.of_advisor("A1", date(2026, 4, 24), date(2026, 5, 1))
    with pytest.raises(NoSuchAdvisor):
        ask.of_advisor("nobody", FROM, UNTIL)
    with pytest.raises(NoSuchBranch):
        ask.of_branch("nowhere", FROM, UNTIL)
    with pytest.raises(NoAdvisorYet):
        ask.of_branch(None, FROM, UNTIL)


@pytest.mark.parametrize("language", list(Language))
def test_the_report_is_one_page_that_names_no_client(
    services: Services, branch: Desk, language: Language
) -> None:
    with branch.writing() as connection:
        named = update(client).values(last_name="Vandenbrouckeghem", first_name="Philippine")
        connection.execute(named)
        for number in range(9):
            add_touch(connection, "C1", f"T{number}")
            add_suggestion(connection, "C1", "no", reason="not_now")
    paper = make_report(report(services), NOW, language, "Camille A1")
    text = read(paper.pdf).text
    assert "Vandenbrouckeghem" not in text
    assert "Philippine" not in text
    assert "Camille A1" in text
    assert paper.pages == 1
    assert paper == make_report(report(services), NOW, language, "Camille A1")


@pytest.mark.parametrize("purpose", [*ReportPurpose, "the yearly audit"])
def test_a_report_is_put_on_the_trail_with_the_purpose_asked(
    services: Services, branch: Desk, purpose: str
) -> None:
    services.kpi_reports.printed(report(services), f" {purpose} ")
    with branch.reading() as connection:
        row = connection.execute(audit_entry.select()).all()[-1]
    assert (row.action, row.why, row.client_id) == ("report printed", purpose, None)
    assert row.subject == "A1"


def test_a_report_without_a_purpose_is_not_taken(services: Services, branch: Desk) -> None:
    with pytest.raises(ExportNeedsAPurpose):
        services.kpi_reports.printed(report(services), "  ")
    with branch.reading() as connection:
        told = {row.action for row in connection.execute(audit_entry.select())}
    assert "report printed" not in told


def test_an_advisor_asks_of_himself_and_a_manager_of_the_branch(branch: Desk) -> None:
    with branch.writing() as connection:
        connection.execute(insert(branch_table).values(id=new_key(), ref="B9", name="Aalst"))
        connection.execute(update(advisor).values(branch_id=BRANCH.key))
    with branch.reading() as connection:
        me = find_advisor(connection, "A1")
    assert me is not None
    for role, asked in (
        (Role.ADVISOR, ["A1", "B1"]),
        (Role.MANAGER, ["B1", *sorted(branch_advisors(branch))]),
    ):
        desk = replace(branch, advisor=replace(me, role=role))
        refs = [one.ref for one in KpiReports(desk).whose()]
        assert (refs[0], sorted(refs[1:])) == (asked[0], sorted(asked[1:]))
    everybody = [one.ref for one in KpiReports(replace(branch, advisor=None)).whose()]
    assert everybody[0] == "B9"
    assert set(everybody) - {"HOME"} == {"B1", "B9", *branch_advisors(branch)}


def branch_advisors(desk: Desk) -> list[str]:
    with desk.reading() as connection:
        return [one.ref for one in list_advisors(connection)]
