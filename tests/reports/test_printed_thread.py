"""The thread of the relation on paper."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from paper.reading import read
from paper.samples import TODAY, thread

from advisor_app.domain.codes import Introduction, Language, ProjectStatus
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.thread import (
    MarkKind,
    ThreadAppointment,
    ThreadData,
    ThreadMark,
    ThreadMonth,
    ThreadPeriod,
    ThreadProject,
)
from advisor_app.i18n import speaking
from advisor_app.reports.paper import Paper
from advisor_app.reports.thread import draw_thread
from advisor_app.reports.thread_axis import LABELS_END, TODAY_AT, Axis, Row, first_day

NAMES = {"first_home": "Achat", "birth_adoption": "Naissance"}


def printed(data: ThreadData, names: dict[str, str] | None = None) -> str:
    with speaking(Language.EN):
        paper = Paper("thread", Language.EN)
        draw_thread(paper, 100, data, NAMES if names is None else names)
        paper.next_page()
        return read(paper.pdf()).text


def test_names_advisors_the_last_meeting_projects_and_the_silence() -> None:
    text = printed(thread())
    for words in (
        "Jean-Marc Thibault",
        "You",
        "Idée d’achat",
        "12 March 2024",
        "25 months",
        "Today",
        "10:30",
        "Naissance",
        "Achat",
        "2020",
        "2026",
    ):
        assert words in text


def test_an_appointment_ahead_is_dated_instead_of_today() -> None:
    ahead = ThreadAppointment(datetime(2026, 5, 12, 9, 0))  # noqa: DTZ001 wall time
    text = printed(replace(thread(), appointment=ahead))
    assert "12 May" in text
    assert "Today" not in text


def test_without_a_meeting_nothing_says_how_long_ago() -> None:
    text = printed(replace(thread(), marks=()))
    assert "months" not in text


def test_a_relation_that_begins_today_is_drawn() -> None:
    assert "Today" in printed(ThreadData(TODAY, TODAY))


def test_what_was_dropped_is_not_drawn() -> None:
    dropped = ThreadProject("first_home", ProjectStatus.DROPPED, PartialDate(2026))
    assert "Achat" not in printed(replace(thread(), projects=(dropped,)))


def test_days_lie_between_the_labels_and_the_edge() -> None:
    axis = Axis(first_day(thread()), TODAY)
    assert axis.x(TODAY) == TODAY_AT
    assert axis.x(date(1950, 1, 1)) == LABELS_END
    assert axis.x(date(2024, 1, 1)) < axis.x(date(2025, 1, 1)) < TODAY_AT


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 80)), max_size=30))
def test_words_of_one_row_never_overlap(wishes: list[tuple[int, int]]) -> None:
    row = Row()
    taken = [(start, start + room) for start, room in wishes if row.take(start, start + room)]
    taken.sort()
    assert all(end <= start for (_, end), (start, _) in pairwise(taken))


days = st.dates(date(2010, 1, 1), TODAY)
hostile = st.text(max_size=60)


def test_an_advisor_of_a_short_time_keeps_the_last_name() -> None:
    first = ThreadPeriod("S. Aubert", date(2019, 3, 1), date(2019, 11, 1), is_reader=False, introduction=Introduction.UNANNOUNCED)  # fmt: skip
    then = ThreadPeriod("Jean-Marc Thibault", date(2019, 11, 2), None, is_reader=False, introduction=Introduction.UNANNOUNCED)  # fmt: skip
    text = printed(replace(thread(), periods=(first, then)))
    assert "Aubert" in text
    assert "S. Au…" not in text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_long_subject_is_whole_where_nothing_stands_beside_it() -> None:
    subject = "Situation du foyer et projets"
    alone = replace(thread(), marks=(ThreadMark(date(2022, 6, 1), MarkKind.MEETING, subject),))
    assert subject in printed(alone)


@settings(max_examples=30)
@given(
    starts=st.lists(days, max_size=6, unique=True).map(sorted),
    marks=st.lists(
        st.builds(ThreadMark, days, st.sampled_from(MarkKind), st.none() | hostile), max_size=25
    ).map(lambda found: sorted(found, key=lambda mark: mark.day)),
    months=st.lists(st.tuples(days, st.integers(0, 10**6)), max_size=40),
    targets=st.lists(st.dates(date(2015, 1, 1), date(2060, 1, 1)), max_size=6),
    names=hostile,
)
def test_any_relation_can_be_drawn(
    starts: list[date],
    marks: list[ThreadMark],
    months: list[tuple[date, int]],
    targets: list[date],
    names: str,
) -> None:
    periods = tuple(
        ThreadPeriod(
            names or "x",
            start,
            starts[number + 1] - timedelta(days=1) if number + 1 < len(starts) else None,
            is_reader=number == len(starts) - 1,
            introduction=Introduction.UNANNOUNCED,
        )
        for number, start in enumerate(starts)
    )
    data = ThreadData(
        from_day=min([*starts, *(mark.day for mark in marks), TODAY]),
        today=TODAY,
        periods=periods,
        marks=tuple(marks),
        months=tuple(ThreadMonth(day.replace(day=1), count) for day, count in months),
        projects=tuple(
            ThreadProject("first_home", ProjectStatus.OPEN, PartialDate(day.year, day.month))
            for day in sorted(targets)
        ),
    )
    printed(data, {"first_home": names})
