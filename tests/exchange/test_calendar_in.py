"""Other programs' calendars as busy time: read, or refused with a sentence, and never for long."""

import json
import os
import subprocess
import sys
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.busy_time import (
    CalendarRead,
    CalendarScope,
    UnreadableCalendar,
    WhyNotRead,
    joined,
)
from advisor_app.domain.stretches import Stretch
from advisor_app.exchange.calendar_child import (
    MEMORY_BYTES,
    calendar_files,
    read_calendars,
)
from advisor_app.exchange.calendar_in import MOST_TIMES, read_calendar
from advisor_app.i18n.calendar_words import NOT_READ, not_read_sentence

ROOT = Path(__file__).parents[2]
PARIS = ZoneInfo("Europe/Paris")


def at(text: str, zone: str = "Europe/Paris") -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp())


SCOPE = CalendarScope(
    zone="Europe/Paris",
    since=at("2026-04-23T00:00"),
    until=at("2027-10-24T00:00"),
    met_since=at("2024-04-23T00:00"),
    now=at("2026-04-23T10:18"),
    address="a1@banque.example",
)
# Forty years, so that what others wrote about lies within.
LONG = CalendarScope("Europe/Paris", at("1990-01-01"), at("2030-01-01"), 0, at("2030-01-01"))


def calendar(*lines: str, before: str = "") -> bytes:
    body = "\n".join(lines)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{before}{body}\nEND:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()


def event(*lines: str, uid: str = "1@x") -> str:
    return "\n".join(
        ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260101T000000Z", *lines, "END:VEVENT"]
    )


def busy(*events: str, scope: CalendarScope = SCOPE, before: str = "") -> list[tuple[int, int]]:
    return [
        tuple(one) for one in read_calendar("x.ics", calendar(*events, before=before), scope).busy
    ]


def span(start: str, end: str, zone: str = "Europe/Paris") -> tuple[int, int]:
    return at(start, zone), at(end, zone)


def test_only_the_time_of_an_entry_is_kept() -> None:
    secret = ("SUMMARY:Cardiologist", "DESCRIPTION:private", "LOCATION:Hospital")
    read = read_calendar(
        "x.ics",
        calendar(event("DTSTART:20260428T080000Z", "DTEND:20260428T093000Z", *secret)),
        SCOPE,
    )
    assert read.busy == (Stretch(*span("2026-04-28T10:00", "2026-04-28T11:30")),)
    assert all(word not in repr(read) for word in ("Cardio", "private", "Hospital"))


CUSTOM_ZONE = """BEGIN:VTIMEZONE
TZID:Somewhere of ours
BEGIN:STANDARD
DTSTART:19701025T030000
TZOFFSETFROM:+0530
TZOFFSETTO:+0530
END:STANDARD
END:VTIMEZONE
"""


SATURDAY = "DTSTART;TZID=Europe/Paris:20260328T100000"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("DTSTART:20260428T100000", "DURATION:PT90M"), ("2026-04-28T10:00", "2026-04-28T11:30")),
        (("DTSTART;VALUE=DATE:20260501",), ("2026-05-01", "2026-05-02")),
        (
            ("DTSTART;VALUE=DATE:20261025", "DTEND;VALUE=DATE:20261026"),
            ("2026-10-25", "2026-10-26"),
        ),
        (
            ("DTSTART;TZID=America/New_York:20260428T040000", "DURATION:PT1H"),
            ("2026-04-28T10:00", "2026-04-28T11:00"),
        ),
        (
            ("DTSTART;TZID=Romance Standard Time:20260428T100000", "DURATION:PT1H"),
            ("2026-04-28T10:00", "2026-04-28T11:00"),
        ),
        (
            ("DTSTART;TZID=Somewhere of ours:20260428T133000", "DURATION:PT1H"),
            ("2026-04-28T10:00", "2026-04-28T11:00"),
        ),
        (
            ("DTSTART;TZID=Nowhere at all:20260428T100000", "DURATION:PT1H"),
            ("2026-04-28T10:00", "2026-04-28T11:00"),
        ),
        (("DTSTART:20270328T023000", "DURATION:PT1H"), ("2027-03-28T03:30", "2027-03-28T04:30")),
        # The clocks go on an hour on 29 March 2026, at two, and back on 25 October, at three.
        ((SATURDAY, "DURATION:PT26H"), ("2026-03-28T10:00", "2026-03-29T13:00")),
        ((SATURDAY, "DURATION:P1DT2H"), ("2026-03-28T10:00", "2026-03-29T12:00")),
        ((SATURDAY, "DURATION:P2D"), ("2026-03-28T10:00", "2026-03-30T10:00")),
        ((SATURDAY, "DURATION:P1W"), ("2026-03-28T10:00", "2026-04-04T10:00")),
        (("DTSTART:20260328T100000", "DURATION:PT24H"), ("2026-03-28T10:00", "2026-03-29T11:00")),
        (("DTSTART:20261024T100000", "DURATION:PT24H"), ("2026-10-24T10:00", "2026-10-25T09:00")),
        ((SATURDAY, "DURATION:\n PT26H"), ("2026-03-28T10:00", "2026-03-29T13:00")),
        (
            (
                "DTSTART;TZID=Europe/Paris:20260328T220000",
                "DURATION:PT5H",
                "RRULE:FREQ=DAILY;COUNT=1",
            ),
            ("2026-03-28T22:00", "2026-03-29T04:00"),
        ),
        (
            ("DTSTART:20260328T220000", "DTEND:20260329T060000"),
            ("2026-03-28T22:00", "2026-03-29T06:00"),
        ),
        (("DTSTART;VALUE=DATE:20260328", "DURATION:P3D"), ("2026-03-28", "2026-03-31")),
    ],
    ids=[
        *("floating", "day", "25 hours", "zone", "windows", "custom", "unknown", "gap"),
        *("26 hours", "a day and 2 hours", "2 days", "a week", "24 hours", "back", "folded"),
        *("nights", "overnight", "three days"),
    ],
)
def test_zones_are_right(lines: tuple[str, ...], expected: tuple[str, str]) -> None:
    assert busy(event(*lines), before=CUSTOM_ZONE, scope=LONG) == [span(*expected)]


@pytest.mark.parametrize(
    "line",
    [
        "TRANSP:TRANSPARENT",
        "STATUS:CANCELLED",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "ATTENDEE;PARTSTAT=DECLINED:MAILTO:A1@banque.example",
    ],
)
def test_what_leaves_the_advisor_free_is_no_busy_time(line: str) -> None:
    times = ("DTSTART:20260428T080000Z", "DTEND:20260428T093000Z")
    assert busy(event(*times)) != []
    assert busy(event(*times, line)) == []


def test_our_own_appointments_come_back_as_nothing() -> None:
    times = ("DTSTART:20260428T080000Z", "DTEND:20260428T093000Z")
    assert busy(event(*times, uid="0190@tete-a-tete")) == []


def test_repeats_are_expanded_with_exceptions_and_moved_ones() -> None:
    rule = (
        "DTSTART;TZID=Europe/Paris:20260401T090000",
        "DTEND;TZID=Europe/Paris:20260401T100000",
        "RRULE:FREQ=WEEKLY;COUNT=8",
        "EXDATE;TZID=Europe/Paris:20260506T090000",
    )
    moved = (
        "RECURRENCE-ID;TZID=Europe/Paris:20260513T090000",
        "DTSTART;TZID=Europe/Paris:20260514T140000",
        "DTEND;TZID=Europe/Paris:20260514T150000",
    )
    assert busy(event(*rule), event(*moved)) == [
        span("2026-04-29T09:00", "2026-04-29T10:00"),
        span("2026-05-14T14:00", "2026-05-14T15:00"),
        span("2026-05-20T09:00", "2026-05-20T10:00"),
    ]


@given(
    start=st.datetimes(datetime(2026, 3, 1), datetime(2026, 11, 30)),  # noqa: DTZ001 wall times
    interval=st.integers(1, 9),
    count=st.integers(1, 30),
    hours=st.integers(1, 20),
)
def test_a_daily_rule_says_what_counting_days_says(
    start: datetime, interval: int, count: int, hours: int
) -> None:
    start = start.replace(minute=0, second=0, microsecond=0, hour=12)
    lines = (
        f"DTSTART;TZID=Europe/Paris:{start:%Y%m%dT%H%M%S}",
        f"DURATION:PT{hours}H",
        f"RRULE:FREQ=DAILY;INTERVAL={interval};COUNT={count}",
    )
    expected = []
    for number in range(count):
        begins = (start + timedelta(days=number * interval)).replace(tzinfo=PARIS)
        first = int(begins.timestamp())
        one = (max(first, SCOPE.since), min(first + hours * 3600, SCOPE.until))
        if one[0] < one[1]:
            expected.append(one)
    assert busy(event(*lines)) == expected


def test_free_busy_is_read_too() -> None:
    lines = "BEGIN:VFREEBUSY\nUID:f@x\nFREEBUSY;FBTYPE=BUSY:20260428T080000Z/PT1H\n"
    free = "FREEBUSY;FBTYPE=FREE:20260429T080000Z/PT1H\nEND:VFREEBUSY"
    assert busy(lines + free) == [span("2026-04-28T10:00", "2026-04-28T11:00")]


def test_past_meetings_are_told_by_addresses_and_the_same_mark_each_time() -> None:
    lines = (
        "DTSTART:20260401T080000Z",
        "DTEND:20260401T090000Z",
        "ORGANIZER:mailto:A1@banque.example",
        "ATTENDEE;CN=Anne:mailto:Anne@Courrier.example",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:paul@courrier.example",
    )
    first, again = (read_calendar("x.ics", calendar(event(*lines)), SCOPE) for _ in range(2))
    (found,) = first.meetings
    assert found.addresses == ("anne@courrier.example",)
    assert (found.start, found.minutes) == (at("2026-04-01T10:00"), 60)
    assert first == again
    assert "anne" not in found.mark
    assert first.busy == ()


def test_one_broken_entry_leaves_the_others() -> None:
    whole = event("DTSTART:20260428T080000Z", "DURATION:PT1H", uid="2@x")
    broken = event("DTSTART:20260231T080000Z")
    backwards = event("DTSTART:20260428T080000Z", "DTEND:20260427T080000Z", uid="3@x")
    read = read_calendar("x.ics", calendar(broken, whole, backwards), SCOPE)
    assert (len(read.busy), read.events, read.left_out) == (1, 3, 2)


HOSTILE = {
    "every second": event("DTSTART:20260101T000000Z", "DURATION:PT1S", "RRULE:FREQ=SECONDLY"),
    "every minute": event("DTSTART:20260101T000000Z", "DURATION:PT1S", "RRULE:FREQ=MINUTELY"),
    "every second of a day": event(
        "DTSTART:20260101T000000Z",
        "DURATION:PT1S",
        "RRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7;BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSECOND=0,1,2,3,4,5",
    ),
    "no such day, for ever": event(
        "DTSTART:20200101T000000Z", "DURATION:PT1H", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31"
    ),
    "from the year one": event(
        "DTSTART:00010101T000000Z", "DURATION:PT1H", "RRULE:FREQ=HOURLY;INTERVAL=1"
    ),
    "a thousand years": event("DTSTART:20260428T080000Z", "DURATION:P999999999999D"),
    "an interval of none": event(
        "DTSTART:20260428T080000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;INTERVAL=0"
    ),
    "no end of exceptions": event(
        "DTSTART:20260428T080000Z",
        "RRULE:FREQ=DAILY",
        *(
            f"EXDATE:2026{month:02}{day:02}T080000Z"
            for month in range(1, 13)
            for day in range(1, 29)
        ),
    ),
    "nested": "BEGIN:VEVENT\n" * 5000 + "END:VEVENT\n" * 5000,
    "a long line": event("DTSTART:20260428T080000Z", "SUMMARY:" + "x" * 2_000_000),
    "many entries": "\n".join(
        event("DTSTART:20260428T080000Z", "RRULE:FREQ=HOURLY", uid=f"{n}@x") for n in range(40)
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_calendars_end_soon(name: str, tmp_path: Path) -> None:
    path = tmp_path / "hostile.ics"
    path.write_bytes(calendar(HOSTILE[name]))
    good = tmp_path / "next.ics"
    good.write_bytes(calendar(event("DTSTART:20260428T080000Z", "DURATION:PT1H")))

    first, second = read_calendars(calendar_files(tmp_path), SCOPE)

    assert isinstance(second, CalendarRead)
    assert len(second.busy) == 1
    if isinstance(first, CalendarRead):
        assert len(first.busy) <= MOST_TIMES
    else:
        assert "hostile.ics" in not_read_sentence(first)


@pytest.mark.skipif(os.name != "posix", reason="only POSIX tells the time of the processor")
def test_what_does_not_end_is_stopped(tmp_path: Path) -> None:
    endless = event("DTSTART:00010101T000000Z", "DURATION:PT1H", "RRULE:FREQ=HOURLY")
    (tmp_path / "endless.ics").write_bytes(calendar(endless))
    (only,) = read_calendars(calendar_files(tmp_path), SCOPE)
    assert isinstance(only, UnreadableCalendar)
    assert only.why is WhyNotRead.TOO_SLOW


@pytest.mark.skipif(os.name != "posix", reason="only POSIX limits a process's memory by itself")
def test_a_child_without_memory_refuses_each_file(tmp_path: Path) -> None:
    for name in ("a.ics", "b.ics"):
        (tmp_path / name).write_bytes(b"BEGIN:VCALENDAR\n" + b"X:" + b"y" * 9_000_000)
    outcomes = list(read_calendars(calendar_files(tmp_path), SCOPE, memory=50 << 20))
    assert [type(one) for one in outcomes] == [UnreadableCalendar] * 2


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", WhyNotRead.NOT_A_CALENDAR),
        (b"ref,last_name\nC1,Durand\n", WhyNotRead.NOT_A_CALENDAR),
        (b"\xff\xfeB\0E\0", WhyNotRead.NOT_A_CALENDAR),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", WhyNotRead.NOT_A_CALENDAR),
        (b"%PDF-1.7", WhyNotRead.NOT_A_CALENDAR),
        (b"BEGIN:VCALENDAR\n" + b" " * (11 << 20), WhyNotRead.TOO_LARGE),
    ],
    ids=["empty", "csv", "utf-16", "cut", "pdf", "large"],
)
def test_what_is_no_calendar_is_refused(data: bytes, why: WhyNotRead, tmp_path: Path) -> None:
    (tmp_path / "x.ics").write_bytes(data)
    (only,) = read_calendars(calendar_files(tmp_path), SCOPE)
    assert isinstance(only, UnreadableCalendar)
    assert only.why is why


def test_paths_without_calendars_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableCalendar) as missing:
        calendar_files(tmp_path / "nowhere.ics")
    with pytest.raises(UnreadableCalendar) as empty:
        calendar_files(tmp_path)
    assert (missing.value.why, empty.value.why) == (WhyNotRead.MISSING, WhyNotRead.NOTHING_TO_READ)


def test_every_reason_has_its_sentence_in_the_documents() -> None:
    text = (ROOT / "docs" / "bad-input.md").read_text(encoding="utf-8")
    assert set(NOT_READ) == set(WhyNotRead)
    for why, sentence in NOT_READ.items():
        assert any(
            f"| `calendar: {why.value}` |" in line and sentence in line
            for line in text.splitlines()
        ), why


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50))))
def test_joined_time_is_the_same_time(pairs: list[tuple[int, int]]) -> None:
    given_time = {second for start, end in pairs for second in range(start, end)}
    made = joined(Stretch(*one) for one in pairs)
    assert {second for start, end in made for second in range(start, end)} == given_time
    assert all(one.end < other.start for one, other in pairwise(made))


# Read in a process of its own, which tells what it and its children took.
MEASURE = """
import json, resource, sys, time
from pathlib import Path
from advisor_app.domain.busy_time import CalendarRead, CalendarScope
from advisor_app.exchange.calendar_child import calendar_files, read_calendars
from advisor_app.i18n.calendar_words import not_read_sentence

if __name__ == "__main__":
    scope = CalendarScope(*json.loads(sys.argv[2]))
    told = {}
    for one in read_calendars(calendar_files(Path(sys.argv[1])), scope):
        read = isinstance(one, CalendarRead)
        told[one.file] = len(one.busy) if read else not_read_sentence(one)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(json.dumps([told, used.ru_utime + used.ru_stime, used.ru_maxrss]))
"""


@pytest.fixture(scope="module")
def corpus(
    shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, int | str], float, int]:
    if os.name != "posix":
        pytest.skip("only POSIX tells what a child took")
    script = tmp_path_factory.mktemp("measure") / "measure.py"
    script.write_text(MEASURE, encoding="utf-8")
    scope = [LONG.zone, LONG.since, LONG.until, LONG.met_since, LONG.now]
    words = [sys.executable, str(script), str(shared / "data" / "ical"), json.dumps(scope)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(words, env=environment, check=True, capture_output=True, text=True)
    told, seconds, kilobytes = json.loads(done.stdout)
    return told, seconds, kilobytes


def test_every_file_of_other_programs_is_read_or_refused_with_a_sentence(
    corpus: tuple[dict[str, int | str], float, int], shared: Path
) -> None:
    told, seconds, kilobytes = corpus
    folder = shared / "data" / "ical"
    assert set(told) == {one.relative_to(folder).as_posix() for one in folder.rglob("*.ics")}
    refused = {name: said for name, said in told.items() if isinstance(said, str)}
    assert all(Path(name).name in said for name, said in refused.items())
    assert len(refused) <= 7, refused
    # No file may take longer than 1.5 s by itself (the child's timer); together they stay far below.
    assert seconds < 60
    assert kilobytes * 1024 < MEMORY_BYTES == 200 << 20


@pytest.mark.parametrize(
    ("name", "stretches"),
    [
        # Counted by hand in each file.
        ("jens-maus+node-ical/daily-count-exdate-recurrence-id.ics", 7),
        ("jens-maus+node-ical/yearly-party.ics", 16),
        ("jens-maus+node-ical/duplicate-uid-sequence.ics", 2),
        ("collective+icalendar/calendars/issue_526_calendar_with_events.ics", 2),
        (
            "collective+icalendar/calendars/issue_27_multiple_periods_in_freebusy_one_freebusy.ics",
            8,
        ),
    ],
)
def test_files_of_other_programs_say_what_they_say(
    corpus: tuple[dict[str, int | str], float, int], name: str, stretches: int
) -> None:
    assert corpus[0][name] == stretches
