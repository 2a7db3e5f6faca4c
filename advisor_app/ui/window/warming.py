"""What is made ready while nobody asks: first what the next pages need, at rest what paper needs.

The types of Qt are made on the window's thread, in small pieces. After that each step is a job of
the worker, so that what is asked meanwhile comes in between.
"""

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from advisor_app.ui.courtesy import take_short_turns
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.tasks import Slices
from advisor_app.ui.window.qt_types import pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

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
# The tables that a sheet reads, which are kept once read.
_TABLES = (
    ("advisor_app.playbooks.parameters", "parameters"),
    ("advisor_app.playbooks.figures", "figures"),
    ("advisor_app.playbooks.figures", "figure_tables"),
    ("advisor_app.playbooks.letters", "letter_words"),
)
# By then the first page shows.
_SHOWN_MS = 500
_AT_REST_MS = 5_000


def warm(owner: QObject, ask: Ask, last: "Callable[[], object]") -> None:
    """Import the next pages, and make ready what papers need once the start is over.

    `last` comes after all that, on the window's thread.
    """
    then = partial(_import_next, owner, ask, last)
    QTimer.singleShot(_SHOWN_MS, owner, partial(_make_types, Slices(owner), pieces(), then))


def _make_types(
    slices: Slices, left: "Iterator[Callable[[], None]]", then: "Callable[[], None]"
) -> None:
    piece = next(left, None)
    if piece is None:
        then()
        return
    slices.add(piece, partial(_make_types, slices, left, then))


def _import_next(owner: QObject, ask: Ask, last: "Callable[[], object]") -> None:
    take_short_turns()
    for module in _NEXT:
        ask(owner, partial(_import, module), _ready)
    steps = (
        *(partial(_import, module) for module in _TO_PRINT),
        *(partial(_read, module, table) for module, table in _TABLES),
    )
    QTimer.singleShot(_AT_REST_MS, owner, partial(_one_by_one, owner, ask, steps, last))


def _one_by_one(
    owner: QObject,
    ask: Ask,
    steps: "Sequence[Callable[[Services], None]]",
    last: "Callable[[], object]",
) -> None:
    if steps:
        rest = partial(_one_by_one, owner, ask, steps[1:], last)
        ask(owner, steps[0], lambda _nothing: rest())
    else:
        _load_faces(owner, ask, last, more=True)


def _load_faces(owner: QObject, ask: Ask, last: "Callable[[], object]", *, more: bool) -> None:
    if more:
        ask(owner, _load_face, lambda more: _load_faces(owner, ask, last, more=more))
    else:
        last()


def _import(module: str, _services: "Services") -> None:
    import_module(module)


def _read(module: str, table: str, _services: "Services") -> None:
    getattr(import_module(module), table)()


def _load_face(_services: "Services") -> bool:
    """Load one more face of paper; whether there are others."""
    from advisor_app.reports.fonts import load_next

    return load_next()


def _ready(_nothing: None) -> None:
    """Nothing follows: the next request finds it imported."""
