"""From a store to the words of an invitation: whom it is for, what it says, when none is written."""

from dataclasses import replace
from datetime import date, time

import pytest
from paper.hostile import HOSTILE, poisoned
from paper.reading import read
from paper.store import Bank, fill
from sqlalchemy import select, update

from advisor_app.bootstrap import Services
from advisor_app.domain.client_events import (
    ClientEvent,
    NoInvitationsWanted,
    NoThemeFits,
    NoTimeToInvite,
)
from advisor_app.domain.codes import Language
from advisor_app.domain.letters import LetterKind, NoLettersWanted
from advisor_app.reports.letter import render
from advisor_app.reports.letter_data import DateBox, LetterData, Prose
from advisor_app.reports.letter_words import gather_invitation
from advisor_app.reports.papers import make_invitation
from advisor_app.storage.schema import clients, organisation, projects
from advisor_app.storage.schema.record import audit_entry, document
from advisor_app.storage.store import Store

TODAY = date(2026, 4, 23)
EVENT = ClientEvent(
    theme="",
    title="",
    day=date(2026, 5, 21),
    start=time(18, 30),
    end=time(20),
    speakers="Anne-Lise Garnier, notaire",
    seats=30,
    reply_by=date(2026, 5, 14),
)


@pytest.fixture
def bank(store: Store) -> Bank:
    return fill(store)


def prose(data: LetterData) -> str:
    return "\n".join(part.text for part in data.parts if isinstance(part, Prose))


def box(data: LetterData) -> DateBox:
    (found,) = (part for part in data.parts if isinstance(part, DateBox))
    return found


def test_a_household_is_invited_to_what_its_project_calls_for(
    services: Services, bank: Bank
) -> None:
    assert bank.keys
    data = gather_invitation(services.letters.invitation(["C1", "C2"], EVENT), TODAY)
    assert data.address[0] == "Monsieur et Madame Fournier"
    assert "Premier achat" in data.subject
    assert box(data).when == "jeudi 21 mai 2026 de 18\xa0h\xa030 à 20\xa0h\xa000"
    assert box(data).lines[-1] == "avec Anne-Lise Garnier, notaire, suivi d’un moment convivial"
    assert "Rien ne sera vendu ce soir-là" in prose(data)
    assert "Réponse avant le jeudi 14 mai 2026" in prose(data)
    assert "30 places" in prose(data)
    assert "ne souhaitez plus recevoir d’invitations" in prose(data)


@pytest.mark.parametrize(
    ("language", "by_day", "by_night"),
    [
        (Language.FR, "ce jour-là", "ce soir-là"),
        (Language.EN, "that day", "that evening"),
        (Language.NL, "die dag", "die avond"),
        (Language.DE, "An diesem Tag", "An diesem Abend"),
    ],
)
def test_only_an_evening_is_called_one(
    services: Services, bank: Bank, language: Language, by_day: str, by_night: str
) -> None:
    assert bank.keys
    for start, end, words in ((time(10), time(11, 30), by_day), (time(18), time(20), by_night)):
        told = replace(EVENT, title="Les vergers", start=start, end=end)
        invitation = services.letters.invitation(["C1"], told)
        text = prose(gather_invitation(invitation, TODAY, language))
        assert words in text
        assert "{" not in text


def test_how_to_get_in_is_said_where_every_room_or_some_room_allows(
    services: Services, bank: Bank, store: Store
) -> None:
    def access() -> str:
        return box(gather_invitation(services.letters.invitation(["C1"], EVENT), TODAY)).access

    assert access() == "entrée de plain-pied"
    bank.put(organisation.room, "R9", name="Bureau 9", step_free=False)
    assert access() == "accès de plain-pied sur demande"
    with store.writing() as transaction:
        transaction.execute(update(organisation.room).values(step_free=False))
    assert access() == ""


def test_without_a_project_that_fits_the_subject_must_be_given(
    services: Services, bank: Bank
) -> None:
    assert bank.keys
    with pytest.raises(NoThemeFits):
        services.letters.invitation(["C3"], EVENT)
    named = services.letters.invitation(["C3"], replace(EVENT, theme="transmission_lunch"))
    assert "Giving in one’s lifetime" in gather_invitation(named, TODAY).subject


def test_who_wants_no_events_letters_or_contact_is_not_invited(
    services: Services, bank: Bank, store: Store
) -> None:
    refusal = {"given": False, "on_day": date(2026, 1, 1)}
    bank.put(clients.consent, client_id=bank.keys["C1"], use="events", **refusal)
    bank.put(clients.consent, client_id=bank.keys["C2"], use="letter", **refusal)
    with pytest.raises(NoInvitationsWanted):
        services.letters.invitation(["C1"], EVENT)
    with pytest.raises(NoLettersWanted):
        services.letters.invitation(["C2"], EVENT)
    told = replace(EVENT, theme="transmission_lunch")
    for values in (
        {"no_contact": True},
        {"no_contact": False, "no_contact_until": TODAY},
        {"no_contact_until": None, "status": "deceased"},
    ):
        with store.writing() as transaction:
            whom = clients.client.c.ref == "C3"
            transaction.execute(update(clients.client).where(whom).values(**values))
        with pytest.raises(NoInvitationsWanted):
            services.letters.invitation(["C3"], told)


def test_after_a_bereavement_no_invitation_is_written(services: Services, bank: Bank) -> None:
    bank.put(
        projects.project,
        "P9",
        client_id=bank.keys["C3"],
        code="bereavement",
        status="open",
        currency="EUR",
        noted_on=date(2026, 4, 1),
        source="client",
    )
    with pytest.raises(NoTimeToInvite):
        services.letters.invitation(["C3"], replace(EVENT, theme="transmission_lunch"))


def test_a_printed_invitation_is_kept_and_on_the_trail_of_each(
    services: Services, bank: Bank, store: Store
) -> None:
    assert bank.keys
    invitation = services.letters.invitation(["C1", "C2"], EVENT)
    paper = make_invitation(invitation, TODAY)
    services.letters.printed(invitation.briefing, LetterKind.INVITATION, paper.pages)
    with store.reading() as transaction:
        kinds = list(transaction.execute(select(document.c.kind)).scalars())
        deeds = list(transaction.execute(select(audit_entry.c.action, audit_entry.c.why)))
    assert kinds == ["invitation_letter"]
    assert deeds.count(("letter printed", "invite")) == 2


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field_of_an_event_is_printed_as_text(
    services: Services, bank: Bank, text: str
) -> None:
    assert bank.keys
    invitation = services.letters.invitation(["C1", "C2"], EVENT)
    told = poisoned(replace(invitation.event, theme=""), text or "-")
    data = gather_invitation(replace(invitation, event=told), TODAY)
    pdf, pages = render(poisoned(data, text))
    assert len(read(pdf).pages) == pages
    assert read(render(data)[0]).embedded
