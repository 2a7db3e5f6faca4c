"""A client's page: from real keys and clicks to what the store holds."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from window_walk import at_work, settle

from advisor_app.domain.attentions import AttentionStage
from advisor_app.domain.client_record import ClientRecord
from advisor_app.domain.client_rights import ErasureReason
from advisor_app.domain.codes import Channel, ConsentUse, Party, ProjectStatus
from advisor_app.domain.commitments import Ending
from advisor_app.domain.project_edits import Stage
from advisor_app.ui.dialogs.attention import AttentionDialog
from advisor_app.ui.dialogs.commitment import CommitmentDialog
from advisor_app.ui.dialogs.consent import ConsentDialog, PreferencesDialog
from advisor_app.ui.dialogs.correction import CorrectionDialog
from advisor_app.ui.dialogs.drafting import Drafting
from advisor_app.ui.dialogs.project import ProjectDialog
from advisor_app.ui.dialogs.reminder import ReminderDialog
from advisor_app.ui.pages.client.evidence import EvidenceDialog, show_evidence
from advisor_app.ui.pages.client.file_editing import (
    correct_contact,
    let_know,
    say_consent,
    say_preferences,
    write_reminder,
)
from advisor_app.ui.pages.client.page import ClientPage
from advisor_app.ui.pages.client.project_card import CardButton
from advisor_app.ui.pages.client.project_editing import add_project, end_project
from advisor_app.ui.pages.client.promise_editing import (
    end_promise,
    remove_attention,
    write_attention,
    write_promise,
)
from advisor_app.ui.parts.notices import NoteBox
from advisor_app.ui.parts.thread import ThreadWidget
from advisor_app.ui.parts.typed_fields import NumberField
from advisor_app.ui.window.routes import Route

Open = Callable[[str | None], Any]


class Bench:
    """The page of the story's couple in an open window."""

    def __init__(self, opened: Any) -> None:
        self.opened = at_work(opened)
        self.key = self.ask(lambda services: services.search.find("fournier cam").clients[0].key)
        opened.desktop.go(Route("client", self.key))
        settle(opened)
        page = opened.desktop.page()
        assert isinstance(page, ClientPage)
        self.page = page

    def ask(self, work: Callable[[Any], Any]) -> Any:
        answers: list[Any] = []
        self.opened.desktop._ask(self.opened.shell, work, answers.append)
        self.opened.until(lambda: answers)
        return answers[0]

    def record(self) -> ClientRecord:
        found = self.ask(lambda services: services.client_record.read(self.key))
        assert isinstance(found, ClientRecord)
        return found

    def dialog(self, kind: type[QDialog]) -> Any:
        settle(self.opened)
        found = [one for one in self.opened.shell.findChildren(kind) if one.isVisible()]
        assert len(found) == 1
        return found[0]

    def undo(self) -> None:
        settle(self.opened)
        self.opened.shell.toast.take_back()
        settle(self.opened)

    @property
    def shown(self) -> Any:
        assert self.page._shown is not None
        return self.page._shown

    @property
    def edits(self) -> Any:
        return self.page._edits


@pytest.fixture
def bench(window: Open) -> Bench:
    return Bench(window("A01"))


def test_a_project_is_added_with_figures_to_the_cent_as_one_types(bench: Bench) -> None:
    before = len(bench.record().projects)
    add_project(bench.edits, bench.shown)
    dialog = bench.dialog(ProjectDialog)
    dialog._fields.kind.choose("home_renovation")
    dialog._fields.status.choose(ProjectStatus.OPEN)
    dialog._fields.stage.choose(Stage.FIGURES.value)
    dialog._fields.target.setText("03/2027")
    dialog._fields.amount.setText("20,000.50")
    dialog._fields.step.set_text("Ask for two offers")
    panel = dialog._figures
    for name, typed in (("capital", "220,000"), ("rate", "3.3"), ("months", "300")):
        panel._fields[name].setText(typed)
    panel._fields["insurance_rate"].setText("0.3")
    bench.opened.until(lambda: "€1,132.92" in words_of(panel) or "€1,077.92" in words_of(panel))
    assert "Indicative, on 23 April 2026." in words_of(panel)
    dialog.accept()
    settle(bench.opened)
    added = next(one for one in bench.record().projects if one.code == "home_renovation")
    assert added.amount == Decimal("20000.50")
    assert (str(added.target), added.stage, added.next_step) == (
        "2027-03",
        Stage.FIGURES,
        "Ask for two offers",
    )
    assert dict(added.inputs)["rate"] == "0.033"
    bench.undo()
    assert len(bench.record().projects) == before


def words_of(widget: Any) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_a_project_opens_by_keyboard_and_keeps_what_it_was_on_undo(bench: Bench) -> None:
    cards = [one for one in bench.page.findChildren(CardButton) if one.isVisible()]
    cards[0].setFocus()
    QTest.keyClick(cards[0], Qt.Key.Key_Space)
    dialog = bench.dialog(ProjectDialog)
    before = dialog.draft()
    dialog._fields.note.set_text("Another word")
    dialog.accept()
    settle(bench.opened)
    kept = {one.note for one in bench.record().projects}
    assert "Another word" in kept
    bench.undo()
    assert before.note in {one.note for one in bench.record().projects}


def test_a_project_that_came_true_leaves_the_overview(bench: Bench) -> None:
    (first, *_rest) = bench.shown.page.projects
    end_project(bench.edits, bench.shown, first, ProjectStatus.DONE)
    settle(bench.opened)
    assert first.ref not in {one.ref for one in bench.shown.page.projects}
    bench.undo()
    assert first.ref in {one.ref for one in bench.shown.page.projects}


def test_a_wrong_amount_is_pointed_at_and_nothing_is_lost(bench: Bench) -> None:
    add_project(bench.edits, bench.shown)
    dialog = bench.dialog(ProjectDialog)
    dialog._fields.amount.setText("a lot")
    dialog._fields.note.set_text("Typed at length")
    dialog.accept()
    assert dialog.isVisible()
    assert "a lot" in dialog.problem._text.text()
    assert isinstance(dialog.focusWidget(), NumberField)
    assert dialog._fields.note.text() == "Typed at length"
    dialog.reject()


def test_a_note_warns_in_every_language_before_it_is_saved_and_never_blocks(bench: Bench) -> None:
    write_reminder(bench.edits, bench.shown)
    dialog = bench.dialog(ReminderDialog)
    dialog._text.field.setText("Der Mann ist krank")
    dialog.accept()  # faster than the warning comes
    assert dialog.isVisible()
    assert "krank" in dialog._text._warning._text.text()
    dialog.accept()
    settle(bench.opened)
    assert "Der Mann ist krank" in {one.text for one in bench.record().reminders}
    bench.undo()
    assert bench.record().reminders == ()


def test_a_promise_is_written_kept_and_taken_up_again(bench: Bench) -> None:
    write_promise(bench.edits, bench.shown)
    dialog = bench.dialog(CommitmentDialog)
    dialog._what.set_text("Send the simulation")
    dialog._due.setText("24/04/2026")
    dialog.accept()
    settle(bench.opened)
    (made,) = bench.record().commitments
    assert (made.by, made.what, made.due) == (
        Party.BANK,
        "Send the simulation",
        date(2026, 4, 24),
    )
    end_promise(bench.edits, made, Ending.KEPT)
    settle(bench.opened)
    assert bench.record().commitments[0].ending is Ending.KEPT
    bench.undo()
    assert bench.record().commitments[0].ending is None


def test_an_attention_above_the_ceiling_asks_who_agreed(bench: Bench) -> None:
    write_attention(bench.edits, bench.shown)
    dialog = bench.dialog(AttentionDialog)
    dialog._stage.choose(AttentionStage.OFFERED)
    dialog._what.set_text("A hamper")
    dialog._amount.setText("60")
    assert "€60 of €50" in dialog._total.text()
    dialog.accept()
    settle(bench.opened)
    assert dialog.isVisible()
    assert "€60" in dialog.problem._text.text()
    assert bench.record().attentions == ()
    dialog._agreed.setText("The manager")
    dialog.accept()
    settle(bench.opened)
    (made,) = bench.record().attentions
    assert made.draft.agreed_by == "The manager"
    remove_attention(bench.edits, made)
    settle(bench.opened)
    assert bench.record().attentions == ()
    bench.undo()
    assert bench.record().attentions == (made,)


def test_a_correction_keeps_what_was_written_and_shows_it(bench: Bench) -> None:
    entry = next(one for one in bench.record().entries if one.exchange.note)
    correct_contact(bench.edits, bench.shown, entry)
    dialog = bench.dialog(CorrectionDialog)
    dialog._channel.choose(Channel.VIDEO)
    dialog._text.set_text("What was really said")
    dialog._why.setText("The wrong channel")
    dialog.accept()
    settle(bench.opened)
    bench.page._choose(2)
    bench.page._exchanges._list.finish()
    assert "The wrong channel" in words_of(bench.page)
    assert "What was really said" in words_of(bench.page)
    assert str(entry.exchange.note) in words_of(bench.page)
    bench.undo()
    bench.page._exchanges._list.finish()
    assert "What was really said" not in words_of(bench.page._exchanges._list.widget())


def test_the_timeline_is_narrowed_by_words_and_chips(bench: Bench) -> None:
    bench.page.narrow()
    tab = bench.page._exchanges
    assert bench.opened.shell.focusWidget() is tab.field
    everything = len(tab.found())
    tab.field.setText("EPARGNE")
    bench.opened.until(lambda: 0 < len(tab.found()) < everything)
    found = tab.found()
    assert all("pargne" in (one.exchange.subject or "") for one in found)
    tab.field.clear()
    calls = tab._chips[1][0]
    calls.click()
    assert {one.exchange.channel for one in tab.found()} <= {Channel.PHONE, Channel.VIDEO}
    assert len(tab.found()) == calls._count


def test_a_consent_is_withdrawn_with_its_source_and_given_back(bench: Bench) -> None:
    identity = bench.record().identities[0]

    def phone() -> tuple[bool, str | None]:
        lines = bench.record().identities[0].consents
        return next((one.given, one.source) for one in lines if one.use is ConsentUse.PHONE)

    before = phone()
    say_consent(bench.edits, bench.shown, identity, ConsentUse.PHONE)
    dialog = bench.dialog(ConsentDialog)
    dialog._given.choose(value=False)
    dialog._source.setText("by letter")
    dialog.accept()
    settle(bench.opened)
    assert phone() == (False, "by letter")
    bench.undo()
    assert phone() == before


def test_preferences_and_who_may_know_are_changed(bench: Bench) -> None:
    identity = bench.record().identities[0]
    say_preferences(bench.edits, identity)
    dialog = bench.dialog(PreferencesDialog)
    dialog._channel.choose(Channel.PHONE)
    dialog.accept()
    settle(bench.opened)
    assert bench.record().identities[0].preferred_channel == "phone"
    bench.undo()
    assert bench.record().identities[0].preferred_channel == identity.preferred_channel
    member = bench.record().members[1]
    let_know(bench.edits, member)
    settle(bench.opened)
    assert bench.record().members[1].may_know is not member.may_know
    bench.undo()
    assert bench.record().members[1] == member


def test_the_trail_says_who_opened_the_page_once(bench: Bench) -> None:
    opened = [line for line in bench.record().history if line.action == "file opened"]
    assert len(opened) == len(bench.shown.people)
    assert {line.why for line in opened} == {"own client"}
    bench.page.reload()
    settle(bench.opened)
    again = [line for line in bench.record().history if line.action == "file opened"]
    assert again == opened


def test_where_it_comes_from_names_rules_and_signals(bench: Bench) -> None:
    show_evidence(bench.opened.shell, bench.shown)
    dialog = bench.dialog(EvidenceDialog)
    words = words_of(dialog)
    assert "You have not been introduced" in words
    assert "Goes with the first meeting with the new advisor." in words
    dialog.accept()


def test_the_thread_is_moved_through_by_keys(bench: Bench) -> None:
    thread = bench.page._overview._thread._drawing
    assert isinstance(thread, ThreadWidget)
    thread.zoom(2)
    thread.setFocus()
    assert thread.view() is not None
    latest = thread.view()
    QTest.keyClick(thread, Qt.Key.Key_Left)
    earlier = thread.view()
    assert earlier.until_day < latest.until_day
    assert (earlier.until_day - earlier.from_day).days == pytest.approx(
        (latest.until_day - latest.from_day).days, abs=1
    )
    QTest.keyClick(thread, Qt.Key.Key_Home)
    first = thread.view()
    assert first.from_day <= bench.shown.page.thread.from_day
    QTest.keyClick(thread, Qt.Key.Key_End)
    assert thread.view() == latest
    QTest.keyClick(thread, Qt.Key.Key_Right)
    assert thread.view() == latest


def test_marks_are_reached_and_said_one_by_one(bench: Bench) -> None:
    thread = bench.page._overview._thread._drawing
    thread.zoom(2)
    thread.setFocus()
    said = []
    for _step in range(40):
        QTest.keyClick(thread, Qt.Key.Key_Up)
        said.append(thread.accessibleDescription())
        assert thread.view().holds(thread.stop().day)
        assert thread._ring() is not None
    assert "10 December 2019: Présentation à trois" in said
    QTest.keyClick(thread, Qt.Key.Key_Escape)
    assert "up and down" in thread.accessibleDescription()


def test_the_menu_edit_holds_the_pages_actions(bench: Bench) -> None:
    menu = bench.page._header.menu()
    words = [one.text() for one in menu.actions() if one.text()]
    assert words[:2] == ["Add a life project…", "Note a promise…"]
    menu.actions()[1].trigger()
    bench.dialog(CommitmentDialog).reject()


def test_the_language_of_the_machine_changes_nothing_of_what_is_typed(bench: Bench) -> None:
    QLocale.setDefault(QLocale("de_DE"))
    write_attention(bench.edits, bench.shown)
    dialog = bench.dialog(AttentionDialog)
    dialog._amount.setText("12.50")
    assert dialog._draft().amount == Decimal("12.50")
    dialog.reject()


def test_a_discreet_window_folds_signals_notes_and_consents(bench: Bench) -> None:
    assert "You have not been introduced" in words_of(bench.page._overview)
    bench.opened.desktop.discretion.toggle()
    settle(bench.opened)
    said = words_of(bench.page._overview) + words_of(bench.page._header)
    for private in ("You have not been introduced", "Hésitent entre", "Text messages refused"):
        assert private not in said
    assert "First home" in said
    bench.opened.desktop.discretion.toggle()
    settle(bench.opened)
    assert "You have not been introduced" in words_of(bench.page._overview)


def test_what_was_undone_can_be_done_again(bench: Bench) -> None:
    write_promise(bench.edits, bench.shown)
    dialog = bench.dialog(CommitmentDialog)
    dialog._what.set_text("Send the simulation")
    dialog.accept()
    settle(bench.opened)
    history = bench.opened.desktop.history
    history.undo()
    settle(bench.opened)
    assert bench.record().commitments == ()
    history.redo()
    settle(bench.opened)
    assert [one.what for one in bench.record().commitments] == ["Send the simulation"]
    history.undo()
    settle(bench.opened)
    assert bench.record().commitments == ()


def test_a_tall_window_shows_the_latest_exchanges_too(bench: Bench) -> None:
    assert "Latest exchanges" not in words_of(bench.page._overview)
    bench.opened.shell.resize(2560, 1400)
    bench.page.reload()
    settle(bench.opened)
    assert "Latest exchanges" in words_of(bench.page._overview)


def test_what_was_typed_survives_a_crash_and_is_offered_again(bench: Bench) -> None:
    add_project(bench.edits, bench.shown)
    dialog = bench.dialog(ProjectDialog)
    dialog._fields.kind.choose("home_renovation")
    dialog._fields.status.choose(ProjectStatus.OPEN)
    dialog._fields.target.setText("03/2027")
    dialog._fields.note.set_text("Typed at length")
    dialog._figures._fields["capital"].setText("20,000")
    typed = dialog.draft()
    dialog.findChild(Drafting).keep()
    settle(bench.opened)
    dialog.done(QDialog.DialogCode.Rejected)  # as the lock closes it, or the machine stops
    settle(bench.opened)
    add_project(bench.edits, bench.shown)
    again = bench.dialog(ProjectDialog)
    assert again.draft() == typed
    assert "This is what you were typing on 23 April 2026 at 10:18." in words_of(again)
    again.reject()
    settle(bench.opened)
    add_project(bench.edits, bench.shown)
    fresh = bench.dialog(ProjectDialog)
    assert fresh.draft() != typed
    assert "what you were typing" not in words_of(fresh)
    fresh.reject()


def test_a_draft_goes_once_it_is_saved_and_can_be_left_aside(bench: Bench) -> None:
    write_promise(bench.edits, bench.shown)
    dialog = bench.dialog(CommitmentDialog)
    dialog._what.set_text("Send the simulation")
    dialog.done(QDialog.DialogCode.Rejected)
    settle(bench.opened)
    write_promise(bench.edits, bench.shown)
    again = bench.dialog(CommitmentDialog)
    assert again._what.text() == "Send the simulation"
    (offer,) = [one for one in again.findChildren(NoteBox) if one.link.text() == "Start afresh"]
    offer.link.click()
    assert again._what.text() == ""
    again._what.set_text("Something else")
    again.accept()
    settle(bench.opened)
    write_promise(bench.edits, bench.shown)
    fresh = bench.dialog(CommitmentDialog)
    assert fresh._what.text() == ""
    fresh.reject()


def test_a_file_that_somebody_erased_meanwhile_is_said_to_be_gone(bench: Bench) -> None:
    bench.opened.desktop.go(Route("client", b"nobody has a key"))
    settle(bench.opened)
    message = bench.page._stage._empty
    assert message.isVisible()
    assert "This client is not here any more" in words_of(message)
    assert bench.page.whom() is None
    assert message.button.isVisible()
    message.button.click()
    settle(bench.opened)
    assert bench.opened.desktop.route() == Route("client", bench.key)
    assert bench.page.whom() is not None


def test_a_client_erased_while_his_page_is_open_leaves_a_way_back(bench: Bench) -> None:
    refs = [one.ref for one in bench.shown.people]

    def erase(services: Any) -> bool:
        for ref in refs:
            services.client_rights.erase(ref, ErasureReason.ASKED)
        return True

    assert bench.ask(erase)
    bench.page.reload()
    settle(bench.opened)
    message = bench.page._stage._empty
    assert message.isVisible()
    assert bench.page.whom() is None
    assert bench.page.page_actions() == ()
    message.button.click()
    settle(bench.opened)
    assert bench.opened.desktop.route().page == "today"


def test_any_client_of_a_household_opens_its_page(bench: Bench) -> None:
    second = bench.shown.people[1].key
    bench.opened.desktop.go(Route("client", second))
    settle(bench.opened)
    assert bench.shown.page.key == bench.key
