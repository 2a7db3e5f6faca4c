"""What `policy` answers, as text and as the JSON of docs/schemas/policy.json."""

from collections.abc import Iterator, Sequence
from datetime import date, tzinfo
from typing import Any

from advisor_app.domain.codes import Flag, Segment
from advisor_app.domain.policy import Policy
from advisor_app.domain.policy_file import as_file
from advisor_app.domain.policy_version import (
    Comparison,
    PolicyVersion,
    threshold_names,
)
from advisor_app.i18n import _
from advisor_app.i18n.formats import number as written
from advisor_app.i18n.policy_words import (
    count_line,
    counted_on,
    difference_lines,
    policy_title,
    segment_word,
    threshold_value,
    threshold_word,
    version_line,
    version_title,
)


def show_json(policy: Policy, versions: Sequence[PolicyVersion]) -> dict[str, Any]:
    """Rules and versions."""
    return {
        "policy": policy.name,
        "thresholds": thresholds_json(policy),
        "file": as_file(policy),
        "versions": [
            {
                "number": one.number,
                "made_at": one.made_at.isoformat(),
                "author": one.author,
                "reason": one.reason,
                "restores": one.restores,
            }
            for one in versions
        ],
    }


def thresholds_json(policy: Policy) -> dict[str, dict[str, int]]:
    """Every threshold by segment."""
    return {
        segment.value: {name: getattr(own, name) for name in threshold_names()}
        for segment, own in policy.by_segment.items()
    }


def compare_json(compared: Comparison, on: date, number: int | None) -> dict[str, Any]:
    """What differs, the counts, and the version that was made, where one was."""
    return {
        "on": on.isoformat(),
        "before": compared.before.name,
        "after": compared.after.name,
        "version": number,
        "differences": [
            {
                "segment": one.segment.value,
                "threshold": one.name,
                "before": one.before,
                "after": one.after,
            }
            for one in compared.differences
        ],
        "clients": compared.counts_after.clients,
        "flags": {
            flag.value: {
                "before": compared.counts_before.of(flag),
                "after": compared.counts_after.of(flag),
            }
            for flag in Flag
        },
    }


def show_lines(
    policy: Policy, versions: Sequence[PolicyVersion], zone: tzinfo | None
) -> Iterator[str]:
    """Each threshold, once where all segments agree; then the versions."""
    yield policy_title(policy.name)
    for name in threshold_names():
        by_segment = {segment: getattr(policy.by_segment[segment], name) for segment in Segment}
        alike = len(set(by_segment.values())) == 1
        told = [(None, by_segment[Segment.MASS])] if alike else list(by_segment.items())
        yield f"  {threshold_word(name)}"
        yield from (f"    {segment_word(who)}: {threshold_value(name, held)}" for who, held in told)
    for one in versions:
        local = one.made_at.astimezone(zone)
        yield f"{version_title(one.number)}: {version_line(one, local)}"


def compare_lines(compared: Comparison, on: date, number: int | None) -> Iterator[str]:
    """What differs, then each flag's count; last what was done."""
    yield from difference_lines(compared.differences) or [_("Nothing differs.")]
    before, after = compared.counts_before, compared.counts_after
    yield _("{day}, {clients} clients who may be met:").format(
        day=counted_on(on), clients=written(after.clients)
    )
    yield from (f"  {count_line(flag, before, after)}" for flag in Flag)
    if number is not None:
        yield _("{version} is in force.").format(version=version_title(number))
