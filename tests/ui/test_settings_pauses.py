"""The rules say who is left in peace."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import update
from window_walk import at_work, settle

from advisor_app.bootstrap import Services
from advisor_app.storage.schema.clients import client
from advisor_app.ui.dialogs.told import ToldDialog
from advisor_app.ui.pages.settings.pauses_row import PausesRow
from advisor_app.ui.parts.buttons import Button
from advisor_app.ui.parts.requests import SettingsAt
from advisor_app.ui.window.routes import Route

Open = Callable[[str | None], Any]


def test_pauses_are_counted_and_named(window: Open) -> None:
    opened = at_work(window("A01"))

    def pause(services: Services) -> None:
        chosen = services.suggesting.suggest(limit=1).shown[0].client
        until = {"no_contact_until": services.today()}
        with services._desk.writing() as transaction:
            transaction.execute(update(client).values(no_contact=False, no_contact_until=None))
            transaction.execute(update(client).where(client.c.id == chosen).values(**until))

    done: list[object] = []
    opened.desktop._ask(opened.shell, pause, done.append)
    opened.desktop.go(Route("settings", SettingsAt("rules")))
    settle(opened)
    row = opened.find(PausesRow)
    assert isinstance(row, PausesRow)
    assert row.see.text() == "See the pause"
    row.see.click()
    dialog = opened.find(ToldDialog)
    assert isinstance(dialog, ToldDialog)
    names = [one for one in dialog.findChildren(Button) if "until 23 April 2026" in one.text()]
    assert len(names) == 1
    names[0].click()
    settle(opened)
    assert opened.desktop.route().page == "client"
