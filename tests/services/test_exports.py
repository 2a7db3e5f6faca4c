import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from advisor_app.bootstrap import Services, services_of
from advisor_app.demo.portfolio import demonstration
from advisor_app.domain.codes import Channel, State
from advisor_app.domain.portfolio import Facet, PortfolioQuestion
from advisor_app.domain.portfolio_view import (
    Columns,
    ExportNeedsAPurpose,
    NoSuchView,
    PortfolioColumn,
    PortfolioView,
    ViewNeedsAName,
)
from advisor_app.domain.saving import CannotSave, SavingProblem
from advisor_app.reports.saving import save
from advisor_app.services.contacts import Note
from advisor_app.services.exports import export_of
from advisor_app.storage.schema.record import audit_entry
from advisor_app.storage.schema.suggestions import suggestion_answer
from advisor_app.storage.store import Store

NOW = datetime(2026, 4, 23, 10, 18, tzinfo=ZoneInfo("Europe/Paris"))
ONLINE = PortfolioQuestion(words="a", facets=frozenset({Facet.ONLINE_ONLY}))


@pytest.fixture
def claire(store: Store) -> Iterator[Services]:
    services_of(store, None).setup.live_at(NOW.replace(tzinfo=None))
    services_of(store, None).importing.write_records(demonstration(60))
    return services_of(store, "A01")


def trail(store: Store, action: str) -> list[tuple[object, ...]]:
    entries = select(audit_entry.c.why, audit_entry.c.detail, audit_entry.c.client_id).where(
        audit_entry.c.action == action
    )
    with store.reading() as transaction:
        return [tuple(row) for row in transaction.execute(entries)]


def test_an_export_is_on_the_trail_with_its_purpose_count_and_filter(
    claire: Services, store: Store, tmp_path: Path
) -> None:
    keys = claire.portfolio.keys(ONLINE).keys
    rows = claire.portfolio.rows(list(keys), threads=False)
    told = export_of(ONLINE, rows, " Invite ", "csv")
    claire.exports.hand_out(told, rows, lambda: save(tmp_path / "list.csv", b"x"))
    (whole, *each) = trail(store, "portfolio exported")
    assert whole[0] == "Invite"
    assert json.loads(str(whole[1])) == {
        "clients": sum(len(row.clients) for row in rows),
        "filter": ["online_only", "words"],
        "form": "csv",
        "households": len(rows),
    }
    people = {person.key for row in rows for person in row.clients}
    assert {one[2] for one in each} == people
    assert (tmp_path / "list.csv").read_bytes() == b"x"


def test_without_a_purpose_nothing_leaves(claire: Services, store: Store, tmp_path: Path) -> None:
    told = export_of(PortfolioQuestion(), (), "  ", "csv")
    with pytest.raises(ExportNeedsAPurpose):
        claire.exports.hand_out(told, (), lambda: save(tmp_path / "list.csv", b"x"))
    assert not (tmp_path / "list.csv").exists()
    assert trail(store, "portfolio exported") == []


@pytest.mark.parametrize(
    ("place", "problem"),
    [("missing/list.csv", SavingProblem.NO_FOLDER), (".", SavingProblem.IS_FOLDER)],
)
def test_a_file_that_cannot_be_written_leaves_nothing_and_is_told(
    claire: Services, store: Store, tmp_path: Path, place: str, problem: SavingProblem
) -> None:
    told = export_of(PortfolioQuestion(), (), "Review", "csv")
    with pytest.raises(CannotSave) as caught:
        claire.exports.hand_out(told, (), lambda: save(tmp_path / place, b"x"))
    assert caught.value.problem is problem
    assert len(trail(store, "portfolio export not written")) == 1
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".part"] == []


def test_views_are_kept_replaced_and_deleted_and_each_can_be_put_back(claire: Services) -> None:
    columns = Columns((PortfolioColumn.CLIENT, PortfolioColumn.TOWN), ((PortfolioColumn.TOWN, 90),))
    view = PortfolioView("Éloignés", ONLINE, columns)
    views = claire.portfolio_views
    assert views.save(view) is None
    assert views.saved() == (view,)
    assert views.named("éloignés") == view
    other = PortfolioView("ÉLOIGNÉS", PortfolioQuestion(project="first_home"))
    assert views.save(other) == view
    assert views.saved() == (other,)
    assert views.delete("Éloignés") == other
    assert views.saved() == ()
    with pytest.raises(NoSuchView):
        views.named("Éloignés")
    with pytest.raises(ViewNeedsAName):
        views.save(PortfolioView("  ", ONLINE))


def test_how_the_page_was_left_is_no_saved_view(claire: Services) -> None:
    views = claire.portfolio_views
    assert views.as_left() is None
    views.leave(PortfolioView("anything", ONLINE))
    assert views.as_left() == PortfolioView("", ONLINE)
    assert views.saved() == ()


def test_another_advisor_has_views_of_his_own(claire: Services, store: Store) -> None:
    claire.portfolio_views.save(PortfolioView("Mine", ONLINE))
    assert services_of(store, "A02").portfolio_views.saved() == ()


def test_several_households_are_put_off_together_and_all_of_it_taken_back(
    claire: Services, store: Store
) -> None:
    before = claire.suggesting.suggest(limit=None).ranked
    households = [one.household or one.client for one in before[:4]]
    alone = next(
        key
        for key in claire.portfolio.keys(PortfolioQuestion()).keys
        if key not in {one.household or one.client for one in before}
    )
    done = claire.snoozing.put_off([*households, alone], NOW.date().replace(month=6))
    assert (len(done.answers), done.without) == (4, 1)
    left = {one.household or one.client for one in claire.suggesting.suggest(limit=None).ranked}
    assert left.isdisjoint(households)
    claire.snoozing.take_back(done.answers)
    after = claire.suggesting.suggest(limit=None).ranked
    assert [one.client for one in after] == [one.client for one in before]
    with store.reading() as transaction:
        withdrawn = select(suggestion_answer.c.withdrawn_on)
        assert None not in set(transaction.execute(withdrawn).scalars())


def test_the_list_follows_what_is_written(claire: Services) -> None:
    lost = PortfolioQuestion(facets=frozenset({Facet.ONLINE_ONLY}))
    key = claire.portfolio.keys(lost).keys[0]
    (row,) = claire.portfolio.rows([key])
    for person in row.clients:
        assert person.ref is not None
        claire.contacts.note(Note(client=person.ref, channel=Channel.BRANCH, minutes=60))
    (seen,) = claire.portfolio.rows([key])
    assert seen.state is State.MET
    assert key not in claire.portfolio.keys(lost).keys
    met = claire.portfolio.keys(PortfolioQuestion(facets=frozenset({Facet.MET})))
    assert key in met.keys
