"""What the window can do, whatever page is in front: each action with its words and its keys."""

from functools import partial
from typing import TYPE_CHECKING

from advisor_app.i18n import _
from advisor_app.ui.parts.actions import Action, Menu
from advisor_app.ui.parts.requests import SettingsAt
from advisor_app.ui.window.keys import resize_text
from advisor_app.ui.window.nav_button import foot_places, places
from advisor_app.ui.window.neighbours import neighbour, turn_page
from advisor_app.ui.window.pages import CLIENT, SETTINGS
from advisor_app.ui.window.regions import move_on, regions
from advisor_app.ui.window.routes import Route
from advisor_app.ui.window.shell import of_session

if TYPE_CHECKING:
    from advisor_app.ui.window.desktop import Desktop


def window_actions(desktop: "Desktop") -> tuple[Action, ...]:
    """The actions of the window, menu by menu."""
    return (
        *_file(desktop),
        *_edit(desktop),
        *_client(desktop),
        *_view(desktop),
        *_help(desktop),
    )


def _file(desktop: "Desktop") -> tuple[Action, ...]:
    page = desktop.page
    return (
        Action(_("Print the sheet"), Menu.FILE, lambda: page().print_now(), ("Ctrl+P",), "printer"),
        Action(_("Print the day pack"), Menu.FILE, desktop.print_day, ("Ctrl+Shift+P",), "printer"),
        *(
            Action(
                place.label,
                Menu.FILE,
                partial(desktop.go, Route(place.name)),
                place.keys,
                place.icon,
                group=3,
            )
            for place in foot_places()
        ),
        Action(_("Lock now"), Menu.FILE, desktop.lock.emit, ("Ctrl+L",), "lock", group=4),
        Action(_("Quit"), Menu.FILE, desktop.shell.leave, ("Ctrl+Q",), "x", group=4),
    )


def _edit(desktop: "Desktop") -> tuple[Action, ...]:
    history = desktop.history
    return (
        Action(_("Undo"), Menu.EDIT, history.undo, ("Ctrl+Z",), "undo-2", ready=history.can_undo),
        Action(
            _("Redo"),
            Menu.EDIT,
            history.redo,
            ("Ctrl+Y", "Ctrl+Shift+Z"),
            "undo-2",
            ready=history.can_redo,
        ),
        Action(
            _("Search for a client, a project, an action…"),
            Menu.EDIT,
            desktop.search,
            ("Ctrl+K",),
            "search",
            group=1,
        ),
        Action(
            _("Filter the list"),
            Menu.EDIT,
            desktop.narrow,
            ("Ctrl+F",),
            "sliders-horizontal",
            group=1,
        ),
    )


def _client(desktop: "Desktop") -> tuple[Action, ...]:
    chosen = partial(someone, desktop)
    return (
        Action(
            _("Suggest a meeting"),
            Menu.CLIENT,
            desktop.propose,
            ("Ctrl+N",),
            "calendar-plus",
            ready=chosen,
        ),
        Action(
            _("Note a contact"),
            Menu.CLIENT,
            desktop.note,
            ("Ctrl+R",),
            "notebook-pen",
            ready=chosen,
        ),
        Action(
            _("Do what the filled button says"),
            Menu.CLIENT,
            lambda: desktop.page().main_action(),
            ("Ctrl+Return",),
            "check",
            ready=chosen,
        ),
        Action(
            _("Open the client's page"),
            Menu.CLIENT,
            partial(open_chosen, desktop),
            (),
            "user-round",
            ready=chosen,
            group=1,
        ),
        Action(_("Add a client…"), Menu.CLIENT, desktop.add_client, (), "user-round", group=1),
    )


def _view(desktop: "Desktop") -> tuple[Action, ...]:
    return (
        *(
            Action(
                place.label,
                Menu.VIEW,
                partial(desktop.go, Route(place.name)),
                place.keys,
                place.icon,
            )
            for place in places()
        ),
        Action(
            _("Back"), Menu.VIEW, partial(desktop.step, -1), ("Alt+Left",), "chevron-left", group=1
        ),
        Action(
            _("Forward"),
            Menu.VIEW,
            partial(desktop.step, 1),
            ("Alt+Right",),
            "chevron-right",
            group=1,
        ),
        *(
            Action(
                words,
                Menu.VIEW,
                partial(turn_page, desktop, by),
                (keys,),
                icon,
                ready=partial(_has_neighbour, desktop, by),
                group=1,
            )
            for words, by, keys, icon in (
                (_("Client before on the list"), -1, "Alt+PgUp", "chevron-left"),
                (_("Next client on the list"), 1, "Alt+PgDown", "chevron-right"),
            )
        ),
        Action(
            _("Next part of the window"),
            Menu.VIEW,
            partial(move_on_in, desktop, 1),
            ("F6",),
            group=2,
        ),
        Action(
            _("Part of the window before"),
            Menu.VIEW,
            partial(move_on_in, desktop, -1),
            ("Shift+F6",),
            group=2,
        ),
        Action(
            _("Discreet mode"), Menu.VIEW, desktop.discretion.toggle, ("F8",), "eye-off", group=3
        ),
        Action(_("Recompute"), Menu.VIEW, lambda: desktop.page().reload(), ("F5",), group=3),
        *_text(),
    )


def _text() -> tuple[Action, ...]:
    # Plus needs Shift on some keyboards and not on others, so what shares its key counts too.
    return (
        Action(
            _("Larger text"),
            Menu.VIEW,
            partial(resize_text, 1),
            ("Ctrl++", "Ctrl+="),
            "zoom-in",
            group=4,
        ),
        Action(
            _("Smaller text"), Menu.VIEW, partial(resize_text, -1), ("Ctrl+-",), "zoom-out", group=4
        ),
        Action(_("Text of normal size"), Menu.VIEW, partial(resize_text, 0), ("Ctrl+0",), group=4),
    )


def _help(desktop: "Desktop") -> tuple[Action, ...]:
    return (
        Action(
            _("Help for this page"),
            Menu.HELP,
            partial(explain_page, desktop),
            ("F1",),
            "circle-help",
        ),
        Action(_("Menus"), Menu.HELP, partial(open_menus, desktop), ("F10",)),
        Action(
            _("About Tête-à-tête"),
            Menu.HELP,
            lambda: desktop.go(Route(SETTINGS, SettingsAt("about"))),
            (),
            "info",
            group=1,
        ),
    )


def _has_neighbour(desktop: "Desktop", by: int) -> bool:
    return neighbour(desktop, by) is not None


def someone(desktop: "Desktop") -> bool:
    """Whether a client is chosen on the page in front."""
    return desktop.page().whom() is not None


def open_chosen(desktop: "Desktop") -> None:
    """Open the page of whoever is chosen."""
    whom = desktop.page().whom()
    if whom is not None:
        desktop.go(Route(CLIENT, whom.key))


def move_on_in(desktop: "Desktop", by: int) -> None:
    """Put the focus into another part of the window."""
    shell = desktop.shell
    move_on(regions(shell.rail, shell.top, desktop.page()), by)


def open_menus(desktop: "Desktop") -> None:
    """Show the menus, made of what can be done at this moment."""
    from advisor_app.ui.window.menus import Menus

    bar = Menus(desktop.shell, desktop.actions())
    of_session(bar)
    desktop.shell.setMenuBar(bar)
    bar.open_first()


def explain_page(desktop: "Desktop") -> None:
    """Open the help for the page in front."""
    from advisor_app.ui.window.help import HelpDialog

    page = desktop.page()
    title = _("Help: {page}").format(page=page.accessibleName())
    HelpDialog(desktop.shell, title, page.page_help(), desktop.actions()).open()
