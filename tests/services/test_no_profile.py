"""Who objects to being profiled is counted nowhere, and found and served as before."""

import pytest
from conftest import NOW

from advisor_app.bootstrap import Services, services_of
from advisor_app.demo.portfolio import demonstration
from advisor_app.domain.codes import Flag, Segment
from advisor_app.domain.policy import STANDARD
from advisor_app.domain.policy_version import edited
from advisor_app.domain.portfolio import Facet, PortfolioCounts, PortfolioQuestion
from advisor_app.domain.project_edits import ProjectDraft
from advisor_app.storage.store import Store

ONLINE = PortfolioQuestion(facets=frozenset({Facet.ONLINE_ONLY}))


@pytest.fixture
def claire(store: Store) -> Services:
    services_of(store, None).setup.live_at(NOW.replace(tzinfo=None))
    services_of(store, None).importing.write_records(demonstration(60))
    return services_of(store, "A01")


def counts(services: Services) -> PortfolioCounts:
    return services.portfolio.keys(PortfolioQuestion()).counts


def lone_online(services: Services) -> str:
    """The reference of somebody who is served online only and lives alone."""
    for row in services.portfolio.rows(list(services.portfolio.keys(ONLINE).keys)):
        if len(row.clients) == 1 and row.clients[0].ref and not row.not_introduced:
            return row.clients[0].ref
    raise AssertionError


def test_chips_figures_months_and_rules_count_one_less_and_the_client_is_still_found(
    claire: Services,
) -> None:
    ref = lone_online(claire)
    before, size = counts(claire), claire.portfolio.size()
    key = claire.client_page.key_of(ref)
    assert key is not None
    rules = claire.policies.counts(STANDARD, "A01")
    months = claire.today_page.today().months
    listed = len(claire.portfolio.keys(PortfolioQuestion()).keys)
    claire.client_edits.profile(ref, objects=True)
    after = counts(claire)
    assert after.households == before.households - 1
    assert after.clients == before.clients - 1
    assert after.facets[Facet.ONLINE_ONLY] == before.facets[Facet.ONLINE_ONLY] - 1
    assert sum(after.segments.values()) <= sum(before.segments.values())
    assert claire.portfolio.size() == size - 1
    told = claire.policies.counts(STANDARD, "A01")
    assert told.clients == rules.clients - 1
    assert told.of(Flag.ONLINE_ONLY) == rules.of(Flag.ONLINE_ONLY) - 1
    assert sum(one.digital for one in claire.today_page.today().months) < sum(
        one.digital for one in months
    )
    assert key not in claire.portfolio.keys(ONLINE).keys
    assert key in claire.portfolio.keys(PortfolioQuestion(words=ref)).keys
    everybody = claire.portfolio.keys(PortfolioQuestion())
    assert len(everybody.keys) == listed
    assert everybody.counted == listed - 1
    claire.client_edits.profile(ref, objects=False)
    assert counts(claire) == before


def test_a_household_of_which_one_objects_stands_for_the_others(claire: Services) -> None:
    rows = claire.portfolio.rows(list(claire.portfolio.keys(PortfolioQuestion()).keys))
    row = next(one for one in rows if len(one.clients) == 2)
    before = counts(claire)
    claire.client_edits.profile(str(row.clients[0].ref), objects=True)
    after = counts(claire)
    assert (after.households, after.clients) == (before.households, before.clients - 1)
    (renewed,) = claire.portfolio.rows([row.key])
    (other,) = claire.presence.flags(client=row.clients[1].ref)
    assert renewed.state is other.state
    assert {one.ref for one in renewed.clients} == {one.ref for one in row.clients}


def test_a_change_of_rules_names_nobody_who_objects(claire: Services) -> None:
    longer = edited(STANDARD, Segment, "online_only_months", 36)
    touched = claire.policies.whom_it_touches(STANDARD, longer, Flag.ONLINE_ONLY, "A01")
    (name, key), *rest = touched
    ref = next(one.ref for one in claire.client_page.people(key) if one.key == key)
    claire.client_edits.profile(str(ref), objects=True)
    assert claire.policies.whom_it_touches(STANDARD, longer, Flag.ONLINE_ONLY, "A01") == rest
    assert name


def test_what_only_the_one_who_objects_plans_is_found_by_words_and_counted_nowhere(
    claire: Services,
) -> None:
    rows = claire.portfolio.rows(list(claire.portfolio.keys(PortfolioQuestion()).keys))
    row = next(one for one in rows if len(one.clients) == 2 and not one.projects)
    first = str(row.clients[0].ref)
    claire.project_edits.add(first, ProjectDraft(code="home_renovation"))
    with_project = PortfolioQuestion(facets=frozenset({Facet.WITH_PROJECT}))
    of_the_kind = PortfolioQuestion(project="home_renovation")
    before = counts(claire)
    assert row.key in claire.portfolio.keys(with_project).keys
    claire.client_edits.profile(first, objects=True)
    after = counts(claire)
    assert row.key not in claire.portfolio.keys(with_project).keys
    assert row.key not in claire.portfolio.keys(of_the_kind).keys
    assert after.facets[Facet.WITH_PROJECT] == before.facets[Facet.WITH_PROJECT] - 1
    assert after.projects["home_renovation"] == before.projects["home_renovation"] - 1
    assert sum(after.segments.values()) <= sum(before.segments.values())
    words = claire.portfolio.project_words()["home_renovation"]
    found = claire.portfolio.keys(PortfolioQuestion(words=" ".join(words)))
    assert row.key in found.keys
    (shown,) = claire.portfolio.rows([row.key])
    assert [one.code for one in shown.projects] == ["home_renovation"]
    claire.client_edits.profile(first, objects=False)
    assert counts(claire) == before
