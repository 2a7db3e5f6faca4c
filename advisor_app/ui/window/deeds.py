"""What the window lets the services do; every function runs on the worker."""

from collections.abc import Callable
from datetime import date, datetime, time
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from advisor_app.domain.codes import Answer, AppointmentStatus
from advisor_app.domain.letters import LetterKind
from advisor_app.domain.outcome import TOOK_PLACE
from advisor_app.domain.suggestions.answers import RefusalReason
from advisor_app.i18n import _, language
from advisor_app.i18n.company_words import companion_label
from advisor_app.i18n.people_words import agreement
from advisor_app.i18n.why_words import WhyWords, why_words
from advisor_app.i18n.working_plan_words import would_be_full
from advisor_app.playbooks.suggestions import playbooks
from advisor_app.ui.dialogs.booking_form import BookingChoices
from advisor_app.ui.dialogs.booking_ways import reach_of
from advisor_app.ui.dialogs.booking_wish import Wish
from advisor_app.ui.dialogs.contact import ContactNote
from advisor_app.ui.dialogs.dismiss import Dismissal
from advisor_app.ui.dialogs.outcome import OutcomeFacts
from advisor_app.ui.parts.projects import project_names, short_project_names
from advisor_app.ui.parts.requests import Whom

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.domain.agenda import WeekPlan
    from advisor_app.domain.offers import FreeTimes
    from advisor_app.domain.outcome import Outcome
    from advisor_app.i18n.outcome_words import ChangeWords

Undo = Callable[["Services"], None]
_NOON = time(12)
_ANSWERS = {
    Dismissal.NOT_NOW: (Answer.NO, RefusalReason.NOT_NOW),
    Dismissal.NO_SUCH_PROJECT: (Answer.NO, RefusalReason.NO_SUCH_PROJECT),
    Dismissal.NOT_SUITABLE: (Answer.NOT_SUITABLE, None),
}


def booking_choices(services: "Services", whom: Whom) -> BookingChoices:
    """The first day to try, the rooms of the branch, the household's projects, and who else of the bank may come."""
    asked = whom.suggestion
    along = services.introductions.comes_along(asked) if asked is not None else None
    colleagues = [
        (companion_label(one), one.ref) for one in services.companions.possible(whom.refs)
    ]
    known = services.client_record.read(whom.key).identities
    coming = tuple(one for one in known if one.person.ref in whom.refs)
    return BookingChoices(
        whom.start or services.agenda.first_try(),
        services.rooms.here(),
        projects(services, whom),
        colleagues,
        reach_of(coming),
        along[1] if along is not None else None,
    )


def projects(services: "Services", whom: Whom) -> list[tuple[str, str]]:
    """The household's projects: name and reference."""
    names = project_names()
    page = services.client_page.page(whom.key)
    return [(names.get(card.code, card.code), card.ref) for card in page.projects]


class Booked(NamedTuple):
    """The reference of what was booked, and how to undo it."""

    ref: str
    undo: Undo


def book(services: "Services", wish: Wish) -> Booked:
    """Book, which answers the suggestion that it comes from; gives back how to undo both."""
    from advisor_app.services.booking import BookingOrder

    order = BookingOrder(
        clients=wish.whom.refs,
        start=wish.start,
        minutes=wish.minutes,
        advisor=services.advisor.ref if services.advisor else None,
        place=wish.place,
        room=wish.room,
        step_free=wish.step_free,
        colleague=wish.colleague,
        project=wish.whom.project,
        suggestion=wish.whom.suggestion,
        accepted=wish.whom.accepted,
        proposed_until=wish.until,
        reminder=wish.reminder,
    )
    booked = services.appointments.book(order)
    return Booked(booked.ref, partial(_unbook, booked.ref))


def invitation_mail(ref: str, letter: LetterKind | None, services: "Services") -> bytes:
    """A mail draft with the invitation, and the letter attached where one is written."""
    from advisor_app.exchange.mail_draft import MailWords, mail_draft
    from advisor_app.i18n.mail_words import mail_subject, mail_text
    from advisor_app.reports.papers import make_letter

    entry = services.calendar_entries.invitation(ref)
    words = MailWords(mail_subject(), mail_text(entry, with_letter=letter is not None))
    attached = None
    if letter is not None:
        briefing = services.letters.for_appointment(ref, letter)
        attached = (_("Letter.pdf"), make_letter(briefing, letter, services.today()).pdf)
    return mail_draft(words, entry, services.now(), attached)


def loads(services: "Services", day: date) -> str:
    """What a meeting more on a day makes too full; empty where nothing is."""
    return would_be_full(*services.capacities.with_one_more(day))


def free_times(services: "Services", wish: Wish) -> "FreeTimes":
    """When a meeting of this length, at this place, could begin in the next weeks."""
    from advisor_app.services.slots import SlotQuestion

    own = services.advisor.ref if services.advisor else None
    return services.slots.find(
        SlotQuestion(
            clients=wish.whom.refs,
            minutes=wish.minutes,
            place=wish.place,
            advisors=tuple(filter(None, (own, wish.colleague))) if own else (),
            room=wish.room,
            step_free=wish.step_free,
        )
    )


def week_plan(services: "Services", day: date) -> tuple["WeekPlan", dict[str, str]]:
    """The week of a day, and the names of what its meetings are about."""
    return services.agenda.week(day), short_project_names()


def _unbook(appointment: str, services: "Services") -> None:
    services.appointments.cancel(appointment)


def note(services: "Services", noted: ContactNote) -> Undo:
    """Record a contact of each client who was there; gives back how to undo them."""
    from advisor_app.services.contacts import Note

    at = None if noted.day == services.today() else datetime.combine(noted.day, _NOON)
    kept = [
        services.contacts.note(
            Note(
                client=ref,
                channel=noted.channel,
                direction=noted.direction,
                minutes=noted.minutes,
                project=noted.project,
                subject=noted.subject or None,
                text=noted.text or None,
                at=at,
            ),
            language(),
        ).ref
        for ref in noted.present
    ]
    return lambda again: again.contacts.take_back(kept)


def write_up(services: "Services", appointment: str, whom: Whom) -> OutcomeFacts:
    """What is known of a household before its meeting is written up."""
    company = services.companions.at(appointment)
    page = services.client_page.page(whom.key)
    names = project_names()
    cards = tuple((names.get(card.code, card.code), card) for card in page.projects)
    refs = {card.ref for _name, card in cards}
    first = page.projects[0].ref if page.projects else None
    return OutcomeFacts(
        projects=cards,
        consents={line.use: line.given for line in page.consents},
        project=whom.project if whom.project in refs else first,
        companion=next((one for one in company.possible if one.ref == company.present), None),
    )


def foretaste(
    services: "Services", appointment: str, outcome: "Outcome"
) -> "tuple[ChangeWords, ...]":
    """What an outcome would change, in words."""
    from advisor_app.i18n.outcome_words import change_words

    return change_words(services.outcomes.foretaste(appointment, outcome), project_names())


def tell(services: "Services", appointment: str, outcome: "Outcome") -> Undo | None:
    """Keep an outcome; gives back how to undo it where it says nothing but that nobody met."""
    before = services.appointments.find(appointment).status
    services.outcomes.tell(appointment, outcome)
    more = (outcome.promises, outcome.consents, outcome.moves, outcome.next_day, outcome.remember)
    if outcome.happened in TOOK_PLACE or any(more):
        return None
    return partial(_put_back, appointment, before)


def _put_back(appointment: str, before: AppointmentStatus, services: "Services") -> None:
    services.steps_back.take_back(appointment, before)


def why(services: "Services", whom: Whom, total: int) -> WhyWords:
    """Why a household stands where it does; its suggestion's client is the one asked about."""
    ref = whom.suggestion.ref if whom.suggestion else whom.refs[0]
    found = services.suggesting.why(ref, limit=None)
    return why_words(found, agreement(whom.people), total, playbooks())


def later(services: "Services", whom: Whom, until: date) -> Undo:
    """Put a suggestion off."""
    return _answered(services, whom, Answer.LATER, until, None)


def dismiss(services: "Services", whom: Whom, reason: Dismissal) -> Undo:
    """Dismiss a suggestion."""
    answer, why = _ANSWERS[reason]
    return _answered(services, whom, answer, None, why)


def accept(services: "Services", whom: Whom) -> Undo:
    """Accept a suggestion without a time yet."""
    return _answered(services, whom, Answer.ACCEPTED, None, None)


def _answered(
    services: "Services",
    whom: Whom,
    answer: Answer,
    until: date | None,
    reason: RefusalReason | None,
) -> Undo:
    if whom.suggestion is None:
        return lambda _services: None
    given = services.suggesting.answer(whom.suggestion, answer, until, reason)
    return lambda again: again.suggesting.take_back(given)
