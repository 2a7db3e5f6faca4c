from collections import Counter

import pytest
from conftest import NOW
from sqlalchemy import select

from advisor_app.bootstrap import Services, services_of
from advisor_app.demo.portfolio import demonstration
from advisor_app.domain.codes import Flag, Segment
from advisor_app.domain.errors import NoSuchAdvisor
from advisor_app.domain.policy import STANDARD, Policy, UnknownPolicy
from advisor_app.domain.policy_version import (
    MetAfterOnlineOnly,
    NothingChanges,
    PolicyMoved,
    ReasonNeeded,
    edited,
)
from advisor_app.domain.portfolio import Facet, PortfolioQuestion
from advisor_app.domain.presence import Presence
from advisor_app.storage.schema.record import audit_entry
from advisor_app.storage.store import Store


@pytest.fixture
def claire(store: Store) -> Services:
    services_of(store, None).setup.live_at(NOW.replace(tzinfo=None))
    services_of(store, None).importing.write_records(demonstration(80))
    return services_of(store, "A01")


LONGER = edited(STANDARD, Segment, "online_only_months", 30)


def flagged(services: Services, policy: str, advisor: str | None = None) -> Counter[Flag]:
    found = told(services, policy, advisor)
    return Counter(raised.flag for one in found for raised in one.flags)


def told(services: Services, policy: str, advisor: str | None) -> list[Presence]:
    """What flags say of those whom a figure may count."""
    found = services.presence.flags(advisor=advisor, policy=policy)
    return [one for one in found if not services.client_edits.find(one.ref).no_profile]


def test_standard_holds_until_the_bank_applies_its_own(claire: Services) -> None:
    assert claire.policies.in_force() is STANDARD
    assert claire.policies.number() == 0
    assert claire.policies.versions() == []


def test_counts_are_what_flags_would_say(claire: Services) -> None:
    for name in ("standard", "reseau"):
        policy = claire.policies.named(name)
        for advisor in (None, "A01"):
            counts = claire.policies.counts(policy, advisor)
            raised = flagged(claire, name, advisor)
            assert {flag: counts.of(flag) for flag in Flag} == {flag: raised[flag] for flag in Flag}
            free = told(claire, name, advisor)
            assert counts.clients == sum(one.restraint is None for one in free)


def test_rules_that_are_applied_hold_at_once_everywhere(claire: Services) -> None:
    before = claire.today_page.today().figures.online_only
    chips = claire.portfolio.keys(PortfolioQuestion()).counts.facets[Facet.ONLINE_ONLY]
    assert claire.policies.apply(LONGER, " Fewer,\nbut surer ", seen=0) == 1
    told = flagged(claire, "present", "A01")
    assert told == flagged(claire, "v1", "A01")
    assert told[Flag.ONLINE_ONLY] < flagged(claire, "standard", "A01")[Flag.ONLINE_ONLY]
    after = claire.today_page.today().figures.online_only
    assert after < before
    assert claire.portfolio.keys(PortfolioQuestion()).counts.facets[Facet.ONLINE_ONLY] < chips
    assert claire.policies.in_force().by_segment == LONGER.by_segment


def test_a_version_keeps_who_when_and_why_and_stands_on_the_trail(
    claire: Services, store: Store
) -> None:
    claire.policies.apply(LONGER, " Fewer,\nbut surer ")
    (version,) = claire.policies.versions()
    assert (version.number, version.reason) == (1, "Fewer, but surer")
    assert (version.made_at, version.author) == (NOW, "Claire Morvan")
    with store.reading() as connection:
        row = connection.execute(
            select(audit_entry).where(audit_entry.c.action == "rules applied")
        ).one()
    assert (row.who, row.subject, row.why) == ("A01", "v1", "Fewer, but surer")
    assert "mass online_only_months 18 > 30" in row.detail
    assert claire.upkeep.check().sound


def test_an_earlier_version_comes_back_as_a_new_one(claire: Services) -> None:
    claire.policies.apply(LONGER, "longer")
    claire.policies.apply(edited(LONGER, Segment, "errands", 2), "errands")
    assert claire.policies.revert(1, "back") == 3
    newest = claire.policies.versions()[0]
    assert (newest.number, newest.restores) == (3, 1)
    assert claire.policies.in_force().by_segment == LONGER.by_segment
    assert claire.policies.revert(0, "as it came") == 4
    assert claire.policies.in_force().by_segment == STANDARD.by_segment
    assert [one.number for one in claire.policies.versions()] == [4, 3, 2, 1]


def test_refusals_change_nothing(claire: Services) -> None:
    wrong = edited(STANDARD, Segment, "online_only_months", 3)
    claire.policies.apply(LONGER, "longer")
    with pytest.raises(MetAfterOnlineOnly):
        claire.policies.apply(wrong, "wrong")
    with pytest.raises(ReasonNeeded):
        claire.policies.apply(STANDARD, "  ")
    with pytest.raises(NothingChanges):
        claire.policies.apply(LONGER, "again")
    with pytest.raises(PolicyMoved) as told:
        claire.policies.apply(STANDARD, "late", seen=0)
    assert told.value.number == 1
    for unknown in (2, 999):
        with pytest.raises(UnknownPolicy):
            claire.policies.revert(unknown, "no such")
    with pytest.raises(NothingChanges):
        claire.policies.revert(1, "the same")
    assert claire.policies.number() == 1


@pytest.mark.parametrize("name", ["", "v", "v0", "v1", "1", "v٣", "Standard", "v-1", "v1 "])
def test_unknown_names_are_refused(claire: Services, name: str) -> None:
    with pytest.raises(UnknownPolicy):
        claire.policies.named(name)


def test_counts_of_an_unknown_advisor_are_refused(claire: Services) -> None:
    with pytest.raises(NoSuchAdvisor):
        claire.policies.counts(STANDARD, "A99")


def test_counts_are_kept_until_something_changes(
    claire: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Policy] = []
    from advisor_app.services import policies

    real = policies.count_flags
    monkeypatch.setattr(
        policies, "count_flags", lambda *given: (asked.append(given[2]), real(*given))[1]
    )
    for _again in range(3):
        claire.policies.counts(STANDARD)
    assert len(asked) == 1
    claire.policies.counts(STANDARD, "A01")
    assert len(asked) == 2
    claire.policies.apply(LONGER, "changes the trail")
    claire.policies.counts(STANDARD)
    assert len(asked) == 3


def test_a_comparison_says_what_differs_and_whom_each_flags(claire: Services) -> None:
    found = claire.policies.compare(STANDARD, LONGER, "A01")
    assert len(found.differences) == len(Segment)
    assert found.counts_after.of(Flag.ONLINE_ONLY) < found.counts_before.of(Flag.ONLINE_ONLY)
    assert found.counts_before.of(Flag.NOT_INTRODUCED) == found.counts_after.of(Flag.NOT_INTRODUCED)


def test_the_rhythm_of_late_counts_ones_own_meetings(claire: Services) -> None:
    months = claire.today_page.today().months
    assert 0 < claire.policies.meetings_of_late() <= sum(one.in_person for one in months)
