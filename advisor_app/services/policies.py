"""The bank's rules: which are in force, what others would flag, and putting them in force."""

from collections import OrderedDict

from advisor_app.domain.codes import Flag
from advisor_app.domain.errors import NoSuchAdvisor
from advisor_app.domain.keys import Key
from advisor_app.domain.policy import STANDARD, Policy, UnknownPolicy, reseau
from advisor_app.domain.policy_file import PRESENT, PolicyFile
from advisor_app.domain.policy_version import (
    Comparison,
    FlagCounts,
    NothingChanges,
    PolicyMoved,
    PolicyVersion,
    checked,
    checked_reason,
    differences,
)
from advisor_app.domain.trail import Deed
from advisor_app.playbooks.segments import segment_rules
from advisor_app.services.desk import Desk
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.policies import (
    newest_number,
    policy_in_force,
    read_version,
    read_versions,
    version_name,
    write_version,
)
from advisor_app.storage.policy_counts import count_flags, meetings_of_late, uncounted
from advisor_app.storage.presence import Scope, read_standings
from advisor_app.storage.store import Transaction
from advisor_app.storage.suggestions import read_named
from advisor_app.storage.trail import newest_entry

COUNTS_KEPT = 512
MOST_NAMED = 500


class Policies:
    """Reads, compares and applies rules; what is applied is kept for good, and on the trail."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._counts: OrderedDict[tuple[object, ...], FlagCounts] = OrderedDict()

    def in_force(self) -> Policy:
        """The newest version, or `standard` before there is any."""
        with self._desk.reading() as transaction:
            return policy_in_force(transaction)

    def number(self) -> int:
        """The number of the version in force; 0 for `standard`, before there is any."""
        with self._desk.reading() as transaction:
            return newest_number(transaction)

    def named(self, name: str) -> Policy:
        """Built-in rules, those `present`ly in force, or a version as `v3`; UnknownPolicy."""
        with self._desk.reading() as transaction:
            return policy_named(transaction, name)

    def versions(self) -> list[PolicyVersion]:
        """Every version, the newest first."""
        with self._desk.reading() as transaction:
            return read_versions(transaction)

    def counts(self, policy: Policy, advisor: str | None = None) -> FlagCounts:
        """How many clients the policy flags today: an advisor's, or the whole bank's.

        Kept until anything in the store changes; NoSuchAdvisor where the reference is unknown.
        """
        today = self._desk.today()
        with self._desk.reading() as transaction:
            scope = _scope(transaction, advisor)
            values = tuple(policy.by_segment.items())
            asked = (newest_entry(transaction), today, scope, values)
            if asked not in self._counts:
                self._counts[asked] = count_flags(transaction, today, policy, scope)
            self._counts.move_to_end(asked)
        if len(self._counts) > COUNTS_KEPT:
            self._counts.popitem(last=False)
        return self._counts[asked]

    def compare(self, before: Policy, after: Policy, advisor: str | None = None) -> Comparison:
        """What differs, and what each would flag today; raises as `counts`."""
        return Comparison(
            before=before,
            after=after,
            differences=differences(before, after),
            counts_before=self.counts(before, advisor),
            counts_after=self.counts(after, advisor),
        )

    def whom_it_touches(
        self, before: Policy, after: Policy, flag: Flag, advisor: str | None = None
    ) -> list[tuple[str, Key]]:
        """Who carries a flag under one policy and not under the other: names, sorted, and keys.

        At most `MOST_NAMED` of them, and nobody who objects to being counted; raises as `counts`.
        """
        today = self._desk.today()
        with self._desk.reading() as transaction:
            scope = _scope(transaction, advisor)
            carry = [
                {key for key, one in found.items() if flag in one.flags}
                for found in (
                    read_standings(transaction, today, policy, scope) for policy in (before, after)
                )
            ]
            others = set(transaction.execute(uncounted()).scalars())
            touched = sorted((carry[0] ^ carry[1]) - others)[:MOST_NAMED]
            named = read_named(transaction, touched)
        return sorted((one.name, key) for key, one in named.items())

    def from_file(self, file: PolicyFile) -> Policy:
        """The rules that a file asks for, checked; UnknownPolicy for what it starts from."""
        return file.applied_to(self.named(file.base))

    def meetings_of_late(self) -> int:
        """How many meetings who works here had in the last three months; 0 where nobody does."""
        advisor = self._desk.advisor
        if advisor is None:
            return 0
        with self._desk.reading() as transaction:
            return meetings_of_late(transaction, advisor.key, self._desk.today())

    def apply(self, policy: Policy, reason: str, seen: int | None = None) -> int:
        """Put rules in force as a new version, whose number is given back.

        `seen` is the version that the rules were made from: PolicyMoved where another is in force
        by now. Raises as `checked` and `checked_reason`, and NothingChanges.
        """
        told = checked_reason(reason)
        checked(policy)
        with self._desk.writing() as transaction:
            if seen is not None and (now := newest_number(transaction)) != seen:
                raise PolicyMoved(now)
            return self._write(transaction, policy, told, None)

    def revert(self, number: int, reason: str) -> int:
        """Put an earlier version in force again, as a new one; 0 is `standard`.

        Raises UnknownPolicy, NothingChanges, ReasonNeeded or ReasonTooLong.
        """
        told = checked_reason(reason)
        with self._desk.writing() as transaction:
            earlier = policy_named(transaction, version_name(number) if number else STANDARD.name)
            return self._write(transaction, earlier, told, number)

    def _write(
        self, transaction: Transaction, policy: Policy, reason: str, restores: int | None
    ) -> int:
        changed = differences(policy_in_force(transaction), policy)
        if not changed:
            raise NothingChanges
        author = self._desk.advisor.key if self._desk.advisor else None
        made = (self._desk.now(), author)
        number = write_version(transaction, policy, made, reason, restores)
        lines = [f"{one.segment} {one.name} {one.before} > {one.after}" for one in changed]
        detail: dict[str, str | int | list[str]] = {"changes": lines}
        deed = Deed("rules applied", subject=version_name(number), why=reason, detail=detail)
        self._desk.record(transaction, deed)
        return number


def policy_named(transaction: Transaction, name: str) -> Policy:
    """Built-in rules, those `present`ly in force, or a version as `v3`; UnknownPolicy."""
    if name == PRESENT:
        return policy_in_force(transaction)
    if name == STANDARD.name:
        return STANDARD
    if name == "reseau":
        return reseau(segment_rules())
    number = name.removeprefix("v")
    found = None
    if name != number and number.isascii() and number.isdecimal():
        found = read_version(transaction, int(number))
    if found is None:
        raise UnknownPolicy(name)
    return found.policy


def _scope(transaction: Transaction, advisor: str | None) -> Scope:
    if advisor is None:
        return Scope()
    found = find_advisor(transaction, advisor)
    if found is None:
        raise NoSuchAdvisor(advisor)
    return Scope(advisor=found.key)
