"""Promises, small attentions, reminders and consents through a real store."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from small_branch import NOW, key, settle

from advisor_app.bootstrap import Services
from advisor_app.domain.attentions import (
    USUAL_CEILING,
    AttentionAboveCeiling,
    AttentionAhead,
    AttentionDraft,
    AttentionGone,
    AttentionStage,
    NoAttentionNamed,
)
from advisor_app.domain.codes import Channel, ConsentUse, Flag, Party
from advisor_app.domain.commitments import (
    CommitmentDraft,
    Ending,
    NoSuchCommitment,
    NothingPromised,
)
from advisor_app.domain.contacts import TextTooLong
from advisor_app.domain.project_edits import AmountOutOfBounds
from advisor_app.domain.reminders import ReminderGone
from advisor_app.services.consents import Preferences
from advisor_app.services.desk import Desk
from advisor_app.storage import facts, trail
from advisor_app.storage.store import Store

TODAY = NOW.date()
YESTERDAY = TODAY - timedelta(days=1)
BOOK = AttentionDraft(AttentionStage.OFFERED, "A book about gardens", TODAY, Decimal("22.50"))


@pytest.fixture
def services(store: Store) -> Services:
    with store.writing() as transaction:
        settle(transaction)
        facts.recompute(transaction, None)
    return Services(Desk(store, lambda: NOW), None)


@pytest.fixture
def flags(services: Services, store: Store) -> Callable[[], list[Flag]]:
    def found() -> list[Flag]:
        with store.reading() as transaction:
            assert list(facts.differences(transaction)) == []
            assert trail.verify(transaction) is None
        (presence,) = services.presence.flags(client="C1")
        return [told.flag for told in presence.flags]

    return found


def test_a_late_promise_of_the_banks_flags_until_it_is_kept(
    services: Services, flags: Callable[[], list[Flag]]
) -> None:
    made = services.commitments.add("C1", CommitmentDraft(Party.BANK, " Send it ", YESTERDAY))
    assert flags() == [Flag.COMMITMENT_DUE]
    kept = services.commitments.end(made.ref, Ending.KEPT)
    assert flags() == []
    services.commitments.take_back(kept)
    assert flags() == [Flag.COMMITMENT_DUE]
    (one,) = services.client_record.read(key("C1")).commitments
    assert (one.what, one.ending, one.is_late(TODAY)) == ("Send it", None, True)


def test_a_promise_that_was_given_up_is_due_no_more_and_not_said_to_be_done(
    services: Services, flags: Callable[[], list[Flag]]
) -> None:
    made = services.commitments.add("C1", CommitmentDraft(Party.BANK, "Send it", YESTERDAY))
    services.commitments.end(made.ref, Ending.DROPPED)
    assert flags() == []
    (one,) = services.client_record.read(key("C1")).commitments
    assert (one.ending, one.ended_on) == (Ending.DROPPED, TODAY)
    services.commitments.reopen(made.ref)
    assert flags() == [Flag.COMMITMENT_DUE]


def test_a_promise_is_written_anew_and_removed_again(
    services: Services, flags: Callable[[], list[Flag]]
) -> None:
    made = services.commitments.add("C1", CommitmentDraft(Party.BANK, "Send it", YESTERDAY))
    edit = services.commitments.edit(made.ref, CommitmentDraft(Party.CLIENT, "Bring it", None))
    assert flags() == []
    services.commitments.take_back(edit)
    assert flags() == [Flag.COMMITMENT_DUE]
    services.commitments.take_back(made)
    assert flags() == []
    with pytest.raises(NoSuchCommitment):
        services.commitments.end(made.ref, Ending.KEPT)


@pytest.mark.parametrize(("what", "refusal"), [("  ", NothingPromised), ("x" * 301, TextTooLong)])
def test_an_empty_or_endless_promise_is_refused(
    services: Services, what: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        services.commitments.add("C1", CommitmentDraft(Party.BANK, what))
    assert services.client_record.read(key("C1")).commitments == ()


def test_the_ceiling_is_one_persons_in_one_year(services: Services) -> None:
    assert services.attentions.ceiling() == USUAL_CEILING == Decimal(50)
    services.attentions.add("C1", BOOK)
    services.attentions.add("C1", BOOK)
    with pytest.raises(AttentionAboveCeiling) as refused:
        services.attentions.add("C1", BOOK)
    assert refused.value.already == Decimal("45.00")
    services.attentions.add("C2", BOOK)
    last_year = AttentionDraft(AttentionStage.OFFERED, "A", date(2025, 12, 31), Decimal(50))
    services.attentions.add("C1", last_year)
    services.attentions.add(
        "C1", AttentionDraft(AttentionStage.RECEIVED, "A jar", TODAY, Decimal(50))
    )
    services.attentions.add("C1", AttentionDraft(AttentionStage.IDEA, "A", TODAY, Decimal(900)))
    agreed = AttentionDraft(AttentionStage.OFFERED, "A", TODAY, Decimal(9), "Manager")
    services.attentions.add("C1", agreed)
    assert len(services.client_record.read(key("C1")).attentions) == 6


def test_an_exact_ceiling_is_within_and_the_bank_sets_its_own(services: Services) -> None:
    services.attentions.set_ceiling(Decimal("22.50"))
    services.attentions.add("C1", BOOK)
    cent = AttentionDraft(AttentionStage.OFFERED, "A", TODAY, Decimal("0.01"))
    with pytest.raises(AttentionAboveCeiling):
        services.attentions.add("C1", cent)


def test_an_idea_becomes_an_offer_and_the_offer_can_be_taken_back(services: Services) -> None:
    idea = AttentionDraft(AttentionStage.IDEA, "A book", TODAY + timedelta(days=30))
    made = services.attentions.add("C1", idea)
    edit = services.attentions.edit(made.key, BOOK)
    (one,) = services.client_record.read(key("C1")).attentions
    assert one.draft == BOOK
    services.attentions.take_back(edit)
    (one,) = services.client_record.read(key("C1")).attentions
    assert one.draft == idea
    removed = services.attentions.remove(made.key)
    assert services.client_record.read(key("C1")).attentions == ()
    services.attentions.take_back(removed)
    assert services.client_record.read(key("C1")).attentions == (one,)
    services.attentions.take_back(made)
    with pytest.raises(AttentionGone):
        services.attentions.remove(made.key)


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (AttentionDraft(AttentionStage.IDEA, " ", TODAY), NoAttentionNamed),
        (AttentionDraft(AttentionStage.IDEA, "x" * 201, TODAY), TextTooLong),
        (AttentionDraft(AttentionStage.IDEA, "A", TODAY, Decimal(-1)), AmountOutOfBounds),
        (AttentionDraft(AttentionStage.OFFERED, "A", TODAY + timedelta(days=1)), AttentionAhead),
    ],
)
def test_an_attention_that_makes_no_sense_is_refused(
    services: Services, draft: AttentionDraft, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        services.attentions.add("C1", draft)
    assert services.client_record.read(key("C1")).attentions == ()


def test_a_reminder_is_changed_removed_and_put_back(services: Services) -> None:
    def texts() -> list[tuple[str | None, str]]:
        found = services.client_record.read(key("C1")).reminders
        return [(one.icon, one.text) for one in found]

    made = services.reminders.note("C1", "Tea, no sugar", "coffee")
    assert made.after is not None
    changed = services.reminders.change(made.after.key, "Coffee", None)
    assert texts() == [(None, "Coffee")]
    services.reminders.take_back(changed)
    assert texts() == [("coffee", "Tea, no sugar")]
    removed = services.reminders.remove(made.after.key)
    assert texts() == []
    services.reminders.take_back(removed)
    assert texts() == [("coffee", "Tea, no sugar")]
    services.reminders.take_back(made)
    with pytest.raises(ReminderGone):
        services.reminders.remove(made.after.key)
    with pytest.raises(TextTooLong):
        services.reminders.note("C1", "x" * 201)


def test_the_last_word_of_a_day_counts_and_can_be_taken_back(services: Services) -> None:
    def said() -> dict[ConsentUse, tuple[bool, str | None]]:
        (identity,) = services.client_record.read(key("C1")).identities
        return {line.use: (line.given, line.source) for line in identity.consents}

    services.consents.say("C1", ConsentUse.PHONE, given=True, source="form of April")
    edit = services.consents.say("C1", ConsentUse.PHONE, given=False)
    assert said() == {ConsentUse.PHONE: (False, None)}
    services.consents.take_back(edit)
    assert said() == {ConsentUse.PHONE: (True, "form of April")}
    fresh = services.consents.say("C1", ConsentUse.SMS, given=False)
    services.consents.take_back(fresh)
    assert ConsentUse.SMS not in said()


def test_preferences_are_kept_and_the_former_ones_given_back(services: Services) -> None:
    assert services.consents.prefer("C1", Preferences(Channel.PHONE, " in the morning ")) == (
        Preferences(None, None)
    )
    assert services.consents.prefer("C1", Preferences(None, None)) == (
        Preferences(Channel.PHONE, "in the morning")
    )
    assert services.client_page.page(key("C1")).preferred_channel is None
