"""Rules written down in a file, as TOML or JSON: where they start from, and what they change.

base = "standard"          # or "reseau", or "present": the rules in force (the default)
reason = "..."             # optional; the command may give it
[all]                      # for every segment
online_only_months = 24
[segments.private]         # for one segment, after `all`
met_months = 6
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from advisor_app.domain.codes import Segment
from advisor_app.domain.policy import Policy
from advisor_app.domain.policy_version import (
    ALLOWED,
    BadPolicyFile,
    checked,
    edited,
    threshold_names,
)

PRESENT = "present"
_TOP = frozenset({"base", "reason", "all", "segments"})


@dataclass(frozen=True, slots=True)
class PolicyFile:
    """What a file asks for, before it is known what it starts from."""

    base: str
    reason: str
    changes: tuple[tuple[tuple[Segment, ...], str, int], ...]

    def applied_to(self, policy: Policy) -> Policy:
        """The policy with the file's changes; refused as `checked` refuses."""
        for segments, name, value in self.changes:
            policy = edited(policy, segments, name, value)
        return checked(policy)


def read_policy_file(content: Mapping[str, Any]) -> PolicyFile:
    """Understand a file's content; BadPolicyFile for anything unknown in it."""
    _only(content, _TOP, "")
    return PolicyFile(
        base=_text(content, "base", PRESENT),
        reason=_text(content, "reason", ""),
        changes=tuple(_changes(content)),
    )


def as_file(policy: Policy) -> dict[str, Any]:
    """A policy as such a file: `all` where segments agree, and each segment's own."""
    agreed = {
        name: getattr(policy.by_segment[Segment.MASS], name)
        for name in threshold_names()
        if len({getattr(own, name) for own in policy.by_segment.values()}) == 1
    }
    own = {
        segment.value: {
            name: getattr(thresholds, name) for name in threshold_names() if name not in agreed
        }
        for segment, thresholds in policy.by_segment.items()
    }
    return {"base": "standard", "all": agreed, "segments": {k: v for k, v in own.items() if v}}


def _changes(content: Mapping[str, Any]) -> Iterator[tuple[tuple[Segment, ...], str, int]]:
    for name, value in _values(content.get("all", {}), "all"):
        yield tuple(Segment), name, value
    by_segment = _table(content.get("segments", {}), "segments")
    for code, own in by_segment.items():
        if code not in set(Segment):
            raise BadPolicyFile(f"segments.{code}")
        for name, value in _values(own, f"segments.{code}"):
            yield (Segment(code),), name, value


def _values(found: object, where: str) -> Iterator[tuple[str, int]]:
    table = _table(found, where)
    _only(table, frozenset(ALLOWED), f"{where}.")
    for name, value in table.items():
        if type(value) is not int:
            raise BadPolicyFile(f"{where}.{name}")
        yield name, value


def _table(found: object, where: str) -> Mapping[str, Any]:
    if not isinstance(found, Mapping):
        raise BadPolicyFile(where)
    return found


def _text(content: Mapping[str, Any], name: str, default: str) -> str:
    found = content.get(name, default)
    if not isinstance(found, str):
        raise BadPolicyFile(name)
    return found


def _only(table: Mapping[str, Any], known: frozenset[str], where: str) -> None:
    for name in table:
        if name not in known:
            raise BadPolicyFile(f"{where}{name}")
