"""The page of a client who was added today asks nothing about a past that there is not."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLabel
from window_walk import at_work, settle

from advisor_app.domain.client_edits import ClientDraft
from advisor_app.ui.window.routes import Route


def test_a_new_client_is_not_asked_what_changed_since_the_last_meeting(
    window: Callable[[str | None], Any],
) -> None:
    opened = at_work(window("A01"))
    made: list[Any] = []
    opened.desktop._ask(
        opened.shell,
        lambda services: services.client_edits.add(ClientDraft(last_name="Durand")),
        made.append,
    )
    opened.until(lambda: made)
    opened.desktop.go(Route("client", made[0].client))
    settle(opened)
    said = " ".join(one.text() for one in opened.desktop.page().findChildren(QLabel))
    assert "What do you expect from an advisor?" in said
    assert "since we last met" not in said
