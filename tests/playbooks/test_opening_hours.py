"""The usual hours by country."""

from datetime import time
from pathlib import Path
from tomllib import loads

import pytest

from advisor_app.domain.opening import Span
from advisor_app.playbooks.opening_hours import opening_patterns, opening_week
from advisor_app.playbooks.tables import read_toml


def test_the_patterns_of_the_trade_are_taken_over_unchanged(shared: Path) -> None:
    told = loads((shared / "domain/opening_hours.toml").read_text(encoding="utf-8"))
    ours = read_toml("opening_hours.toml")
    by_id = {pattern["id"]: pattern for pattern in ours["pattern"]}
    assert told["habits"] == ours["habits"]
    for pattern in told["pattern"]:
        assert pattern.items() <= by_id[pattern["id"]].items()


def test_a_code_names_its_pattern() -> None:
    assert opening_week("FR_mon_fri", "BE")[1] == (
        Span(time(9), time(12, 30)),
        Span(time(13, 30), time(17, 30)),
    )


@pytest.mark.parametrize("code", [None, "no_such_code"])
def test_without_a_code_the_first_pattern_of_the_country_holds(code: str | None) -> None:
    assert opening_week(code, "FR")[1] == ()
    assert opening_week(code, "LU")[1] == (Span(time(9), time(16, 30)),)


@pytest.mark.parametrize("country", [None, "US"])
def test_a_country_without_pattern_opens_as_france_does(country: str | None) -> None:
    assert opening_week(None, country) == opening_week("FR_tue_sat", None)


def test_every_span_ends_after_its_start_and_none_overlap() -> None:
    for pattern in opening_patterns():
        for spans in pattern.week.values():
            edges = [edge for span in spans for edge in (span.start, span.end)]
            assert edges == sorted(set(edges)), pattern.code
