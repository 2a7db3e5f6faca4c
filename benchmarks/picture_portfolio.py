"""The scenes of the pictures in the portfolio: ticks, filters, and what is asked of several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from advisor_app.ui.parts.requests import Filter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from picture_stage import Named, Stage

_TICKED = 3


def scenes() -> Iterator[Named]:
    """Every scene, with its name."""
    yield "portfolio-ticked", _tick
    yield "portfolio-papers", lambda stage: _tick(stage)._ticked.open_papers()
    yield "portfolio-filtered", lambda stage: stage.go("portfolio", Filter(online_only=True))
    yield "portfolio-nobody", lambda stage: _type(stage, "zzzz")
    yield "portfolio-found", lambda stage: _type(stage, "lemo")
    yield "ask-export", lambda stage: _tick(stage)._ticked.export()
    yield "ask-later-several", lambda stage: _tick(stage)._ticked.put_off()
    yield "ask-columns", lambda stage: _type(stage, "")._choose_columns()
    yield "ask-view_name", lambda stage: _type(stage, "lemo")._views.ask_name()
    yield "ask-labels", lambda stage: _papers(stage).labels(_keys(stage))
    yield (
        "ask-purpose",
        lambda stage: _papers(stage).listed(
            _keys(stage), stage.desktop.page()._filters.question, ()
        ),
    )


def _type(stage: Stage, words: str) -> Any:
    page = stage.go("portfolio")
    page._filters.clear()
    page._ticked.all(on=False)
    page._filters.words.setText(words)
    return page


def _tick(stage: Stage) -> Any:
    page = _type(stage, "")
    for place in range(_TICKED):
        page._table.tick(place)
    return page


def _papers(stage: Stage) -> Any:
    return _tick(stage)._ticked._papers


def _keys(stage: Stage) -> Any:
    return stage.desktop.page()._model.ticked()
