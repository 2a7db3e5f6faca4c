"""What can be done with a household beyond its cards: the menu "Edit", one line an action."""

from functools import partial

from advisor_app.i18n import _
from advisor_app.i18n.people_words import joint_name
from advisor_app.ui.pages.client.edits import Edits, Shown
from advisor_app.ui.pages.client.file_editing import say_preferences, write_reminder
from advisor_app.ui.pages.client.household_editing import add_person, let_join
from advisor_app.ui.pages.client.paper_asking import paper_actions
from advisor_app.ui.pages.client.project_editing import add_project
from advisor_app.ui.pages.client.promise_editing import write_attention, write_promise
from advisor_app.ui.pages.client.record_editing import record_actions
from advisor_app.ui.parts.actions import Action, Menu


def edit_actions(edits: Edits, shown: Shown) -> tuple[Action, ...]:
    """The actions, in the order of the menu; those of one group stand together."""
    preferences = tuple(
        Action(
            _("Preferences of {name}…").format(name=identity.person.name),
            Menu.CLIENT,
            partial(say_preferences, edits, identity),
            icon="heart",
            group=1,
        )
        for identity in shown.record.identities
    )
    return (
        Action(
            _("Add a life project…"),
            Menu.CLIENT,
            lambda: add_project(edits, shown),
            icon="flag",
        ),
        Action(
            _("Note a promise…"),
            Menu.CLIENT,
            lambda: write_promise(edits, shown),
            icon="handshake",
        ),
        Action(
            _("Note a small attention…"),
            Menu.CLIENT,
            lambda: write_attention(edits, shown),
            icon="gift",
        ),
        Action(
            _("Add something to remember…"),
            Menu.CLIENT,
            lambda: write_reminder(edits, shown),
            icon="heart",
        ),
        *preferences,
        Action(
            _("A client joins the household…"),
            Menu.CLIENT,
            lambda: let_join(edits, shown),
            icon="users-round",
            group=1,
        ),
        Action(
            _("Add a person to the household…"),
            Menu.CLIENT,
            lambda: add_person(edits, shown),
            icon="plus",
            group=1,
        ),
        *paper_actions(edits, shown),
        *appointment_actions(edits, shown),
        *record_actions(edits, shown),
    )


def appointment_actions(edits: Edits, shown: Shown) -> tuple[Action, ...]:
    """What may become of the appointment that the page shows."""
    one = shown.page.appointment
    if one is None:
        return ()
    about = (one.ref, joint_name(one.people))
    steps = edits.steps
    confirm = (_("The client agreed: confirm"), partial(steps.confirm, *about), "check")
    missed = (_("Nobody came"), partial(steps.miss, *about), "circle-x")
    cancel = (_("Cancel the appointment…"), partial(steps.cancel, *about), "x")
    company = (_("Who else of the bank comes…"), partial(edits.company.ask, *about), "users-round")
    offered = [missed] if one.is_past else [company] if one.agreed else [company, confirm]
    return tuple(
        Action(words, Menu.CLIENT, deed, icon=icon, group=2)
        for words, deed, icon in (*offered, cancel)
    )
