"""The nineteen figures, each against a portfolio made by hand; the sums are worked beside it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import pytest

from advisor_app.domain.codes import (
    Answer,
    AppointmentStatus,
    Channel,
    Direction,
    Nature,
    Segment,
)
from advisor_app.domain.handover import Priority
from advisor_app.domain.keys import Key
from advisor_app.domain.kpis import handovers, relation, work
from advisor_app.domain.kpis.book import (
    Asked,
    Book,
    Counts,
    Noted,
    Promised,
    Served,
    Touch,
    Transfer,
    Visit,
)
from advisor_app.domain.kpis.measures import Counted, Kpi, Measure, Part, Share, share
from advisor_app.domain.kpis.report import measures
from advisor_app.domain.suggestions.answers import RefusalReason
from advisor_app.playbooks.segments import segment_rules
from advisor_app.playbooks.tables import read_toml

FROM, UNTIL = date(2026, 1, 1), date(2026, 3, 31)
ME, FORMER = Key(b"me".rjust(16)), Key(b"former".rjust(16))
PROJECT = Key(b"project".rjust(16))


def key(name: str) -> Key:
    return Key(name.encode().rjust(16))


def client(name: str, home: str = "", segment: Segment | None = Segment.AFFLUENT) -> Counts:
    return Counts(key(name), key(home or name), segment, None, date(2010, 1, 1))


def serves(name: str, since: date = date(2020, 1, 1), until: date | None = None) -> Served:
    return Served(key(name), ME, since, until)


def meeting(name: str, day: date, by: Key = ME, minutes: int | None = 45) -> Touch:
    advisors = frozenset({by})
    return Touch(
        key(name),
        day,
        Channel.BRANCH,
        Nature.CONVERSATION,
        Direction.OUT,
        minutes,
        advisors=advisors,
    )


def talk(name: str, day: date, by: Key = ME) -> Touch:
    return meeting(name, day, by)._replace(channel=Channel.PHONE)


def book(*clients: Counts) -> Book:
    """These clients in my care since 2020."""
    return Book(
        since=FROM,
        until=UNTIL,
        advisors=frozenset({ME}),
        clients=clients,
        served=tuple(Served(one.key, ME, date(2020, 1, 1), None) for one in clients),
        segments=MappingProxyType(segment_rules()),
        campaign_weight=Decimal("0.25"),
    )


def four() -> Book:
    """Four households: a couple (C1, C2), and C3, C4, C5 each alone."""
    return book(client("C1", "H"), client("C2", "H"), *map(client, ("C3", "C4", "C5")))


def said(found: Measure, of: str) -> Share | Counted:
    return next(one.value for one in found.told if one.of == of)


def test_met_in_twelve_months_counts_a_household_once_and_not_the_day_itself_a_year_ago() -> None:
    made = replace(
        four(),
        touches=(
            meeting("C1", date(2026, 2, 1)),
            meeting("C2", date(2025, 9, 1)),  # the same household: still one
            meeting("C3", date(2025, 4, 1)),  # the first day within ]31 March 2025; ...]
            meeting("C4", date(2025, 3, 31)),  # twelve months to the day: no more
            meeting("C5", date(2026, 3, 1), minutes=19),  # too short to be a meeting
            talk("C5", date(2026, 3, 1)),  # from afar
        ),
    )
    # H and C3, of H, C3, C4 and C5.
    assert relation.met_12m(made).share == share(2, 4)
    assert share(2, 4).percent() == Decimal("50.0")


def test_the_portfolio_leaves_out_whom_no_figure_counts_and_who_is_served_by_others() -> None:
    apart = client("C6")._replace(apart=True)
    made = book(client("C1"), apart, client("C7"), client("C8"))
    former = (
        serves("C7", until=date(2026, 3, 30)),
        serves("C8", since=date(2026, 4, 1)),
        serves("C1"),
        serves("C6"),
    )
    assert relation.met_12m(replace(made, served=former)).share == share(0, 1)


def test_drift_begins_on_the_day_of_the_segments_months() -> None:
    made = replace(
        book(
            client("C1"),  # affluent: 18 months
            client("C2"),
            client("C3", segment=Segment.PRIVATE),  # 9 months
            client("C4")._replace(birth_date=date(1956, 3, 31)),  # 70: the seniors' 15 months
            client("C5"),  # never met, here since 2010
            client("C6")._replace(since=date(2026, 1, 1)),  # never met, new
        ),
        touches=(
            meeting("C1", date(2024, 9, 30)),  # 18 months before 31 March 2026: drifting
            meeting("C2", date(2024, 10, 1)),  # a day less
            meeting("C3", date(2025, 7, 1)),  # 9 months less a day
            meeting("C4", date(2024, 12, 31)),  # 15 months
        ),
    )
    # C1, C4 and C5, of six.
    assert relation.drift_share(made).share == share(3, 6)


def test_never_met_asks_for_the_present_advisor_since_the_client_is_his() -> None:
    made = replace(
        four(),
        touches=(
            meeting("C2", date(2020, 1, 1)),  # the first day; one of the couple is enough
            meeting("C3", date(2026, 1, 5), by=FORMER),
            meeting("C4", date(2019, 12, 31)),  # before he was mine
        ),
    )
    # C3, C4 and C5, of four.
    assert relation.never_met(made).share == share(3, 4)


def moved(name: str, effective: date, priority: Priority) -> Transfer:
    return Transfer(key(name), ME, effective, priority)


def test_introductions_are_judged_once_their_ninety_days_are_over() -> None:
    day = date(2025, 12, 1)  # the 90th day is 1 March 2026
    made = book(*map(client, ("C1", "C2", "C3", "C4", "C5", "C6")))
    made = replace(
        made,
        transfers=(
            moved("C1", day, Priority.A),
            moved("C2", day, Priority.A),
            moved("C3", day, Priority.B),
            moved("C4", day, Priority.C),  # not asked
            moved("C5", date(2026, 1, 1), Priority.B),  # the 90th day is 1 April: later
            moved("C6", day, Priority.B),  # left on the 89th day
        ),
        served=tuple(
            serves(name, day, date(2026, 2, 28) if name == "C6" else None)
            for name in ("C1", "C2", "C3", "C4", "C5", "C6")
        ),
        touches=(
            meeting("C1", date(2025, 12, 31)),  # the 30th day
            talk("C2", date(2026, 3, 1)),  # the 90th
            meeting("C3", date(2026, 3, 2)),  # the 91st
            meeting("C4", day),
        ),
    )
    found = handovers.intro_rate_90(made)
    # A and B: C1 and C2, of C1, C2 and C3. A within 30 days: C1, of C1 and C2.
    assert found.share == share(2, 3)
    assert said(found, Part.PRIORITY_A) == share(1, 2)


def test_departures_after_a_handover_stand_beside_those_without_one() -> None:
    day = date(2025, 2, 1)  # the year ends on 1 February 2026
    gone = client("C7")._replace(apart=True, left=True)
    made = book(*map(client, ("C1", "C2", "C3", "C4", "C5", "C6")), gone)
    made = replace(
        made,
        transfers=tuple(moved(name, day, Priority.C) for name in ("C1", "C2", "C3")),
        served=(
            serves("C1", day),
            serves("C2", day, date(2026, 1, 31)),  # on the eve: gone
            serves("C3", day, date(2026, 2, 1)),  # on the day itself: still here
            serves("C4"),
            serves("C5"),
            serves("C6", until=date(2025, 12, 31)),  # gone
            serves("C7"),  # closed
        ),
    )
    found = handovers.handover_attrition(made)
    assert found.share == share(1, 3)  # C2
    # Here on 31 March 2025 and not come within the year before: C4 to C7; gone since: C6, C7.
    assert said(found, Part.NOT_TRANSFERRED) == share(2, 4)


def asked(made: date, answer: Answer | None = None, on: date | None = None) -> Asked:
    return Asked(key("C1"), made, date(2026, 2, 28), answer, on)


JANUARY, FEBRUARY = date(2026, 1, 10), date(2026, 2, 9)


def test_acceptance_counts_what_was_decided_and_tells_apart_what_ran_out() -> None:
    made = replace(
        four(),
        asked=(
            asked(JANUARY, Answer.BOOKED, FEBRUARY),
            asked(JANUARY, Answer.BOOKED, FROM),
            asked(JANUARY, Answer.NO, UNTIL),
            asked(JANUARY, Answer.LATER, FEBRUARY),
            asked(JANUARY, Answer.BOOKED, date(2026, 4, 1)),  # after the period
            asked(JANUARY),  # ran out on 28 February
        ),
    )
    found = work.suggestion_acceptance(made)
    assert found.share == share(2, 4)
    assert said(found, Part.UNDECIDED) == Counted(Decimal(1))


def test_reasons_of_a_no_are_counted_one_by_one() -> None:
    no = asked(JANUARY, Answer.NO, FEBRUARY)
    made = replace(
        four(),
        asked=(
            no._replace(reason=RefusalReason.NOT_NOW),
            no._replace(reason=RefusalReason.NOT_NOW),
            no._replace(reason=RefusalReason.NO_SUCH_PROJECT),
            asked(JANUARY, Answer.NOT_SUITABLE, FEBRUARY),
            asked(JANUARY, Answer.LATER, FEBRUARY),
        ),
    )
    found = work.decline_reasons(made)
    assert found.share == Counted(Decimal(4))
    assert [(one.of, one.value) for one in found.told[1:]] == [
        ("no_such_project", Counted(Decimal(1))),
        ("not_now", Counted(Decimal(2))),
        ("not_suitable", Counted(Decimal(1))),
    ]


def test_a_proposal_became_an_appointment_on_the_thirtieth_day_at_the_latest() -> None:
    made = replace(
        four(),
        asked=(
            asked(JANUARY, Answer.BOOKED, FEBRUARY),  # 10 January and 30 days
            asked(JANUARY, Answer.BOOKED, date(2026, 2, 10)),
            asked(JANUARY, Answer.NO, FEBRUARY),
            asked(JANUARY, Answer.LATER, FEBRUARY),  # never proposed to the client
            asked(date(2025, 12, 31), Answer.BOOKED, FROM),  # made before the period
        ),
    )
    assert work.proposal_to_meeting(made).share == share(1, 3)


def visit(day: date, status: AppointmentStatus = AppointmentStatus.HELD) -> Visit:
    return Visit(key("C1"), day, status, held=status is AppointmentStatus.HELD)


def test_missed_appointments_leave_the_cancelled_out_which_are_told_apart() -> None:
    statuses = ("held", "held", "missed", "cancelled", "confirmed")
    made = replace(
        four(), visits=tuple(visit(FEBRUARY, AppointmentStatus(one)) for one in statuses)
    )
    made = replace(made, visits=(*made.visits, visit(date(2025, 12, 31))))
    found = work.no_show(made)
    assert found.share == share(1, 4)
    assert said(found, Part.CANCELLED) == share(1, 5)


def test_a_follow_up_is_in_time_on_the_day_it_is_due() -> None:
    owed = visit(FEBRUARY)._replace(due=date(2026, 2, 11))
    made = replace(
        four(),
        visits=(
            owed._replace(sent=date(2026, 2, 11)),
            owed._replace(sent=date(2026, 2, 12)),
            owed,
            visit(FEBRUARY),  # owes none
            owed._replace(due=date(2026, 4, 1), sent=UNTIL),  # due after the period
        ),
    )
    assert work.follow_up_48(made).share == share(1, 3)
    assert share(1, 3).percent() == Decimal("33.3")


def test_a_promise_is_kept_on_its_day_or_before() -> None:
    due = date(2026, 2, 2)
    promises = (
        Promised(key("C1"), due, due),
        Promised(key("C1"), due, date(2026, 2, 3)),
        Promised(key("C1"), due, None),
        Promised(key("C1"), date(2026, 4, 1), FROM),
    )
    assert work.promises_kept(replace(four(), promises=promises)).share == share(1, 3)


def test_prepared_meetings_are_those_with_a_sheet_before() -> None:
    missed = visit(FEBRUARY, AppointmentStatus.MISSED)._replace(prepared=True)
    made = (visit(FEBRUARY)._replace(prepared=True), visit(FEBRUARY), missed)
    assert work.prepared_rate(replace(four(), visits=made)).share == share(1, 2)


def test_a_meeting_has_sense_with_a_subject_and_a_next_step() -> None:
    full = meeting("C1", FEBRUARY)._replace(project=PROJECT, next_step=True)
    made = (
        full,
        full._replace(project=None),
        full._replace(next_step=False),
        full._replace(minutes=19),
        talk("C1", FEBRUARY),  # not in person
        full._replace(nature=Nature.OPERATION),  # no conversation
        full._replace(channel=Channel.EVENT),  # no talk of one to one
    )
    assert work.meaningful_share(replace(four(), touches=made)).share == share(1, 4)


def test_simple_requests_are_settled_without_an_appointment() -> None:
    errand = meeting("C1", FEBRUARY)._replace(nature=Nature.OPERATION, channel=Channel.COUNTER)
    made = (errand, errand, errand, errand._replace(by_appointment=True), meeting("C1", FEBRUARY))
    assert work.deflected(replace(four(), touches=made)).share == share(3, 4)


def test_a_project_is_known_when_noted_or_spoken_of_in_two_years() -> None:
    made = replace(
        four(),
        projects=(
            Noted(key("C1"), PROJECT, date(2024, 4, 1)),
            Noted(key("C3"), PROJECT, date(2024, 3, 31)),  # two years to the day: no more
            Noted(key("C5"), PROJECT, None),
        ),
        touches=(talk("C4", FEBRUARY)._replace(project=PROJECT),),
    )
    # H and C4, of four.
    assert relation.project_coverage(made).share == share(2, 4)


def test_pressure_adds_proposals_and_a_quarter_of_each_campaign() -> None:
    mail = Touch(key("C2"), FEBRUARY, Channel.EMAIL, Nature.AUTOMATED, Direction.OUT)
    proposal = asked(FEBRUARY)
    made = replace(
        four(),
        # The couple: 4 proposals and a campaign make 4.25, over the 4 of the affluent.
        asked=(*[proposal] * 3, proposal._replace(client=key("C2")))
        # Four for C3 are not over; put off, and older than a year: none for C4.
        + (proposal._replace(client=key("C3")),) * 4
        + (proposal._replace(client=key("C4"), answer=Answer.LATER),) * 9
        + (proposal._replace(client=key("C4"), made_on=date(2025, 3, 31)),) * 9,
        touches=(mail,),
    )
    found = relation.contact_pressure(made)
    assert found.share == share(1, 4)
    # 4.25 + 4 + 0 + 0 = 8.25; a quarter is 2.0625.
    assert said(found, Part.ON_AVERAGE) == Counted(Decimal("2.1"))


def test_capacity_counts_meetings_that_a_suggestion_began() -> None:
    # 44 weeks by 14 meetings by 0.50 = 308 a year, a quarter of it: 77.
    made = replace(
        four(),
        slots=Decimal(77),
        visits=(
            *[visit(FEBRUARY)._replace(suggested=True)] * 55,
            visit(FEBRUARY),
            visit(FEBRUARY, AppointmentStatus.MISSED)._replace(suggested=True),
        ),
    )
    found = work.capacity_use(made).share
    assert isinstance(found, Share)
    assert found.percent() == Decimal("71.4")  # 55 / 77 = 0.71428...


def test_guests_are_judged_after_sixty_days() -> None:
    evening = date(2025, 12, 18)  # 60 days later: 16 February
    guest = meeting("C1", evening)._replace(channel=Channel.EVENT)
    made = replace(
        four(),
        next_working={evening: date(2025, 12, 19)},
        event_cost=Decimal("819.20"),
        touches=(
            guest,
            guest._replace(client=key("C3")),
            guest._replace(client=key("C4")),
            guest._replace(client=key("C5"), day=date(2026, 2, 1)),  # not over yet
            talk("C1", date(2025, 12, 19)),
            talk("C3", date(2025, 12, 20)),
            meeting("C1", date(2026, 2, 16)),
            meeting("C3", date(2026, 2, 17)),  # the 61st day
            meeting("C4", date(2025, 12, 19)),
        ),
    )
    found = work.event_conversion(made)
    assert found.share == share(2, 3)  # C1 by telephone, C4 in person
    assert said(found, Part.MET_AFTER) == share(2, 3)
    assert said(found, Part.COST_PER_MEETING) == Counted(Decimal("409.60"))


def test_fairness_is_the_widest_gap_between_two_groups() -> None:
    old, young = date(1950, 1, 1), date(2000, 1, 1)
    made = replace(
        book(
            client("C1")._replace(birth_date=old),
            client("C2")._replace(birth_date=old),
            client("C3", segment=Segment.MASS)._replace(birth_date=young),
            client("C4", segment=None)._replace(birth_date=young),
        ),
        touches=tuple(meeting(name, FEBRUARY) for name in ("C1", "C3", "C4")),
    )
    found = relation.equity(made)
    assert said(found, "band_70") == share(1, 2)
    assert said(found, "band_young") == share(2, 2)
    assert said(found, "affluent") == share(1, 2)
    assert said(found, "mass") == share(2, 2)
    assert found.share == Counted(Decimal("50.0"))


def test_nothing_of_nothing_is_no_percentage() -> None:
    for one in measures(book()):
        if isinstance(one.share, Share):
            assert one.share.percent() is None
        else:
            assert one.share.number in {None, Decimal(0)}


@pytest.mark.parametrize(
    ("part", "whole", "rounded"), [(1, 16, "6.3"), (1, 3, "33.3"), (0, 5, "0.0")]
)
def test_shares_are_rounded_half_up(part: int, whole: int, rounded: str) -> None:
    assert share(part, whole).percent() == Decimal(rounded)


def test_the_table_has_these_figures_in_this_order() -> None:
    assert [one.kpi for one in measures(book())] == list(Kpi)
    assert [row["id"] for row in read_toml("kpis.toml")["kpi"]] == list(Kpi)
