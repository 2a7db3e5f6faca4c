"""A household changed by hand: from real fields and buttons to what the store holds."""

from collections.abc import Callable
from typing import Any

import pytest
from client_bench import Bench, press_return
from PySide6.QtWidgets import QPushButton
from window_walk import settle

from advisor_app.domain.codes import Link
from advisor_app.domain.drafts import DraftPlace
from advisor_app.ui.dialogs.household import JoinDialog, MemberDialog, TieDialog
from advisor_app.ui.pages.client.household_editing import add_person, change_member, let_join


@pytest.fixture
def bench(window: Callable[[str | None], Any]) -> Bench:
    return Bench(window("A01"))


def members(bench: Bench) -> dict[str, Link]:
    record = bench.ask(lambda services: services.client_record.read(bench.key))
    return {one.person.name: one.link for one in record.members}


def search(bench: Bench, dialog: JoinDialog, words: str) -> None:
    dialog.who.field.setText(words)
    settle(bench.opened)


def test_a_client_is_found_joins_and_goes_again_with_undo(bench: Bench) -> None:
    before = members(bench)
    dialog = bench.question(let_join, JoinDialog, of=None)
    dialog.accept()
    assert dialog.problem.isVisible()
    search(bench, dialog, "fournier")  # they are of it already
    assert dialog.who.found.value() is None
    search(bench, dialog, "antoine kervella")
    dialog.link.choose(Link.OTHER)
    press_return(dialog)
    settle(bench.opened)
    assert members(bench) == {**before, "Antoine Kervella": Link.OTHER}
    assert "Antoine Kervella" in {one.name for one in bench.page._shown.people}  # type: ignore[union-attr] # shown
    bench.undo()
    assert members(bench) == before


def test_a_client_of_another_household_is_refused_in_words(bench: Bench) -> None:
    dialog = bench.question(let_join, JoinDialog, of=None)
    search(bench, dialog, "el amrani fatima")
    before = members(bench)
    dialog.accept()
    settle(bench.opened)
    assert "with others" in bench.refusal(dialog)
    assert members(bench) == before


def test_what_is_typed_of_a_person_is_kept_as_a_draft_and_the_person_is_added(
    bench: Bench,
) -> None:
    dialog = bench.question(add_person, MemberDialog, of=None)
    dialog.first_name.setText("Zoé")
    dialog.birth_date.setText("01/03/2020")
    ref, key = bench.person.ref, bench.person.key
    dialog.done(0)  # as the lock closes it: neither saved nor given up
    settle(bench.opened)
    place = DraftPlace(f"person of {ref}", key)
    kept = bench.ask(lambda services: services.drafts.find(place))
    assert "Zoé" in kept.texts.values()
    again = bench.question(add_person, MemberDialog, of=None)
    settle(bench.opened)
    assert again.first_name.text() == "Zoé"
    again.accept()
    settle(bench.opened)
    assert members(bench)["Zoé"] is Link.CHILD
    bench.undo()
    assert "Zoé" not in members(bench)


def test_who_leaves_has_a_page_of_his_own(bench: Bench) -> None:
    record = bench.page._shown.record  # type: ignore[union-attr] # shown
    partner = next(one for one in record.members if one.link is Link.PARTNER)
    dialog = bench.question(change_member, TieDialog, of=partner)
    dialog.out.click()
    settle(bench.opened)
    assert partner.person.name not in members(bench)
    alone = bench.ask(lambda services: services.client_page.people(partner.person.key))
    assert [one.ref for one in alone] == [partner.person.ref]
    bench.undo()
    assert members(bench)[partner.person.name] is Link.PARTNER


def test_a_tie_is_changed(bench: Bench) -> None:
    record = bench.page._shown.record  # type: ignore[union-attr] # shown
    child = next(one for one in record.members if one.link is Link.CHILD)
    dialog = bench.question(change_member, TieDialog, of=child)
    dialog.link.choose(Link.OTHER)
    dialog.accept()
    settle(bench.opened)
    assert members(bench)[child.person.name] is Link.OTHER


def test_the_tab_offers_it_all(bench: Bench) -> None:
    bench.page._choose(3)
    tab = bench.page._parts[3]
    tab.finish()
    names = {one.accessibleName() or one.text() for one in tab.findChildren(QPushButton)}
    assert any("in the household" in name for name in names)
    assert {"A client joins…", "Add a person…"} <= names
