"""What is made ready while nobody asks: first what the next pages need, at rest what paper needs.

Each step is a job of the worker, so that what is asked meanwhile comes in between.
"""

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from advisor_app.ui.parts.page import Ask

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services

# What is asked next, the likeliest first; each is a job of its own, so that no answer waits long.
_NEXT = (
    "advisor_app.ui.pages.client.page",
    "advisor_app.ui.pages.portfolio.page",
    "advisor_app.ui.window.palette",
    "advisor_app.ui.window.counter",
    "advisor_app.ui.pages.agenda.page",
    "advisor_app.ui.pages.agenda.reading",
    "advisor_app.ui.pages.sheets.page",
    "advisor_app.ui.pages.settings.page",
)
# What the first preview needs: half a second of imports, once the start is over.
_TO_PRINT = (
    "advisor_app.reports.fonts",
    "advisor_app.reports.paper",
    "advisor_app.reports.structure",
    "advisor_app.reports.sheet",
    "advisor_app.reports.papers",
    "advisor_app.ui.parts.pdf",
)
_AT_REST_MS = 5_000


def warm(owner: QObject, ask: Ask) -> None:
    """Import the next pages now, and what makes papers once the start is over."""
    for module in _NEXT:
        ask(owner, partial(_import, module), _ready)
    QTimer.singleShot(_AT_REST_MS, owner, partial(_import_one_by_one, owner, ask, _TO_PRINT))


def _import_one_by_one(owner: QObject, ask: Ask, modules: tuple[str, ...]) -> None:
    if modules:
        rest = partial(_import_one_by_one, owner, ask, modules[1:])
        ask(owner, partial(_import, modules[0]), lambda _nothing: rest())
    else:
        _load_faces(owner, ask, more=True)


def _load_faces(owner: QObject, ask: Ask, *, more: bool) -> None:
    if more:
        ask(owner, _load_face, lambda more: _load_faces(owner, ask, more=more))


def _import(module: str, _services: "Services") -> None:
    import_module(module)


def _load_face(_services: "Services") -> bool:
    """Load one more face of paper; whether there are others."""
    from advisor_app.reports.fonts import load_next

    return load_next()


def _ready(_nothing: None) -> None:
    """Nothing follows: the next request finds it imported."""
