"""A client's file by hand: from real fields and buttons to what the store holds."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from client_bench import Bench, press_return
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from window_walk import settle

from advisor_app.domain.client_edits import ClientDraft, ClientFile
from advisor_app.domain.codes import ClientStatus, ConsentUse
from advisor_app.ui.dialogs.client_record import ClientDialog, Proposals, StandingDialog
from advisor_app.ui.dialogs.consent import ConsentDialog, PreferencesDialog
from advisor_app.ui.dialogs.erase import CopyDialog, EraseDialog
from advisor_app.ui.dialogs.merge import MergeDialog
from advisor_app.ui.dialogs.proof import ProofDialog
from advisor_app.ui.pages.client.file_editing import say_consent, say_preferences
from advisor_app.ui.pages.client.record_editing import (
    correct_file,
    erase_file,
    merge_files,
    save_copy,
    say_standing,
)
from advisor_app.ui.window.routes import Route

Open = Callable[[str | None], Any]


@pytest.fixture
def bench(window: Open) -> Bench:
    return Bench(window("A01"))


def test_a_client_is_added_by_hand_and_his_page_opens(bench: Bench) -> None:
    bench.opened.desktop.add_client()
    dialog = bench.dialog(ClientDialog)
    press_return(dialog)
    settle(bench.opened)
    assert dialog.problem.isVisible()
    dialog.cells["last_name"].setText("Müller <b>")
    dialog.cells["mobile"].setText("06 12 34 56 78")
    dialog.ref.setText("N-77")
    press_return(dialog)
    settle(bench.opened)
    made = bench.file("N-77")
    assert (made.draft.last_name, made.draft.mobile) == ("Müller <b>", "+33612345678")
    assert bench.opened.desktop.route().about == made.key
    bench.undo()
    assert bench.ask(lambda services: services.client_page.key_of("N-77")) is None


def test_a_file_is_corrected_and_put_back(bench: Bench) -> None:
    before = bench.file()
    dialog = bench.question(correct_file, ClientDialog)
    assert dialog.cells["last_name"].text() == before.draft.last_name
    dialog.cells["city"].setText("Rennes")
    press_return(dialog)
    settle(bench.opened)
    assert bench.file().draft.city == "Rennes"
    bench.undo()
    assert bench.file() == before


def test_two_windows_of_one_client_say_what_the_other_changed_and_keep_what_was_typed(
    bench: Bench,
) -> None:
    dialog = bench.question(correct_file, ClientDialog)
    ref, before = bench.person.ref, bench.file()
    other = bench.ask(
        lambda services: services.client_edits.edit(ref, _in(before, "Lille"), before.draft)
    )
    assert other.before is not None
    dialog.cells["city"].setText("Rennes")
    dialog.accept()
    settle(bench.opened)
    assert dialog.isVisible()
    assert "Town" in dialog.problem.findChild(QLabel).text()
    assert dialog.cells["city"].text() == "Rennes"
    assert bench.file().draft.city == "Lille"


def test_a_client_erased_by_somebody_else_is_said_and_what_was_typed_stays(bench: Bench) -> None:
    from advisor_app.domain.client_rights import ErasureReason

    dialog = bench.question(correct_file, ClientDialog)
    ref = bench.person.ref
    bench.ask(lambda services: services.client_rights.erase(ref, ErasureReason.ASKED))
    dialog.cells["city"].setText("Rennes")
    dialog.accept()
    settle(bench.opened)
    assert "not here any more" in dialog.problem.findChild(QLabel).text()
    assert dialog.cells["city"].text() == "Rennes"


def test_what_a_client_asks_for_is_kept_and_undone_together(bench: Bench) -> None:
    before = bench.file()
    dialog = bench.question(say_standing, StandingDialog)
    dialog.proposals.choose(Proposals.LATER)
    dialog.accept()
    assert dialog.problem.isVisible()
    dialog.until.setText("31/12/2026")
    dialog.profiled.setCurrentIndex(1)
    dialog.status.choose(ClientStatus.CLOSED)
    dialog.accept()
    settle(bench.opened)
    kept = bench.file()
    assert (kept.no_contact_until, kept.no_profile) == (date(2026, 12, 31), True)
    assert kept.status is ClientStatus.CLOSED
    bench.undo()
    assert bench.file() == before


def test_the_page_says_that_a_client_objects_to_profiling(bench: Bench) -> None:
    told = "Signals are not used, and no figure counts this file."

    def shown() -> list[str]:
        return [one.text() for one in bench.page.findChildren(QLabel) if one.isVisible()]

    assert told not in shown()
    dialog = bench.question(say_standing, StandingDialog)
    dialog.profiled.setCurrentIndex(1)
    dialog.accept()
    settle(bench.opened)
    assert told in shown()
    bench.undo()
    assert told not in shown()


def test_a_copy_is_saved_for_a_purpose(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "copy.json"
    monkeypatch.setattr(CopyDialog, "ask_path", lambda _self: out)
    dialog = bench.question(save_copy, CopyDialog)
    dialog.accept()
    settle(bench.opened)
    assert json.loads(out.read_text("utf-8"))["client"] == bench.person.ref


def test_an_erasure_is_asked_twice_and_shows_its_proof(bench: Bench) -> None:
    ref, name = bench.person.ref, bench.person.name
    dialog = bench.question(erase_file, EraseDialog)
    dialog.accept()
    assert dialog.problem.isVisible()
    assert bench.file().ref == ref
    QTest.keyClicks(dialog.typed_ref, ref)
    dialog.accept()
    settle(bench.opened)
    proof = bench.dialog(ProofDialog)
    lines = [one.text() for one in proof.body.findChildren(QLabel)]
    assert "File of the client: 1" in lines
    assert not [line for line in lines if "touchpoint" in line or "_" in line]
    assert any("Claire Morvan" in line for line in lines)
    assert name not in bench.opened.shell.windowTitle()
    assert bench.ask(lambda services: services.client_page.key_of(ref)) is None
    assert bench.ask(lambda services: services.upkeep.check()).sound


def test_the_proof_of_an_erasure_is_kept_as_a_file(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ref = str(bench.person.ref)
    dialog = bench.question(erase_file, EraseDialog)
    dialog.typed_ref.setText(ref)
    dialog.accept()
    settle(bench.opened)
    proof = bench.dialog(ProofDialog)
    assert proof.keeping.isVisible()
    out = tmp_path / "proof.txt"
    monkeypatch.setattr(ProofDialog, "ask_path", lambda _self: out)
    proof.keeping.click()
    settle(bench.opened)
    assert ref in out.read_text("utf-8")
    proof.accept()


def test_a_file_is_not_merged_with_itself(bench: Bench) -> None:
    lone = bench.ask(lambda services: services.client_edits.add(_LONE))
    bench.opened.desktop.go(Route("client", lone.client))
    settle(bench.opened)
    shown = bench.page._shown
    assert shown is not None
    merge_files(bench.page._edits, shown, shown.people[0])
    dialog = bench.dialog(MergeDialog)
    for words in (lone.ref, "Durand"):
        typed(bench, dialog, words)
        dialog.accept()
        settle(bench.opened)
        assert bench.refusal(dialog) == f"This is the same file, {lone.ref}: choose the other one."
    dialog.reject()


def test_two_files_are_merged_from_the_page_and_parted_with_undo(bench: Bench) -> None:
    kept, other = bench.page._shown.people  # type: ignore[union-attr] # the couple is shown
    dialog = bench.question(merge_files, MergeDialog)
    dialog.accept()
    assert dialog.problem.isVisible()
    typed(bench, dialog, "NOBODY")
    dialog.accept()
    settle(bench.opened)
    assert "not here any more" in bench.refusal(dialog)
    typed(bench, dialog, kept.ref)  # who is not offered, for it is the file itself
    assert dialog.other.ref() != kept.ref
    lone = bench.ask(lambda services: services.client_edits.add(_LONE).ref)
    typed(bench, dialog, lone)
    assert dialog.both.isVisible()
    said = [one.text() for one in dialog.both.findChildren(QLabel)]
    assert {"d@example.org", kept.ref + ", kept", lone} <= set(said)
    dialog.accept()
    settle(bench.opened)
    assert bench.file(lone).status is ClientStatus.CLOSED
    bench.undo()
    assert bench.file(lone).status is ClientStatus.ACTIVE
    assert bench.file(other.ref).status is ClientStatus.ACTIVE


def test_nothing_is_merged_that_was_not_shown(bench: Bench) -> None:
    dialog = bench.question(merge_files, MergeDialog)
    lone = bench.ask(lambda services: services.client_edits.add(_LONE).ref)
    dialog.other.field.setText(lone)
    dialog.accept()  # faster than anybody was found
    settle(bench.opened)
    assert dialog.isVisible()
    assert dialog.both.isVisible()
    assert bench.file(lone).status is ClientStatus.ACTIVE
    dialog.accept()
    settle(bench.opened)
    assert bench.file(lone).status is ClientStatus.CLOSED


def typed(bench: Bench, dialog: Any, words: str) -> None:
    dialog.other.field.setText(words)
    settle(bench.opened)


_LONE = ClientDraft(last_name="Durand", email="d@example.org")


def _in(file: ClientFile, town: str) -> Any:
    from dataclasses import replace

    return replace(file.draft, city=town)


def test_a_word_on_consent_and_on_preferences_survives_a_lock(bench: Bench) -> None:
    shown = bench.page._shown
    assert shown is not None
    identity = shown.record.identities[0]
    say_consent(bench.page._edits, shown, identity, ConsentUse.SMS)
    dialog = bench.dialog(ConsentDialog)
    dialog._source.setText("At the meeting")
    dialog.done(0)  # as the lock closes it: neither saved nor given up
    settle(bench.opened)
    say_consent(bench.page._edits, shown, identity, ConsentUse.SMS)
    assert bench.dialog(ConsentDialog)._source.text() == "At the meeting"
    bench.dialog(ConsentDialog).reject()
    settle(bench.opened)
    say_preferences(bench.page._edits, identity)
    wishes = bench.dialog(PreferencesDialog)
    wishes._time.set_text("on Tuesdays")
    wishes.done(0)
    settle(bench.opened)
    say_preferences(bench.page._edits, identity)
    assert bench.dialog(PreferencesDialog)._time.text() == "on Tuesdays"
    bench.dialog(PreferencesDialog).reject()
