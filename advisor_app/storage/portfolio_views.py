"""An advisor's views of the portfolio, kept as one setting."""

import json
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection

from advisor_app.domain.codes import Segment
from advisor_app.domain.keys import Key
from advisor_app.domain.portfolio import Facet, PortfolioOrder, PortfolioQuestion
from advisor_app.domain.portfolio_view import Columns, PortfolioColumn, PortfolioView
from advisor_app.storage.settings import read_setting, write_setting


def read_views(connection: Connection, advisor: Key) -> tuple[PortfolioView, ...]:
    """The views by name; one that an older program or a later one wrote otherwise is left out."""
    text = read_setting(connection, _name(advisor))
    views = []
    for told in json.loads(text) if text else ():
        with suppress(KeyError, TypeError, ValueError):
            views.append(_view(told))
    return tuple(views)


def write_views(connection: Connection, advisor: Key, views: tuple[PortfolioView, ...]) -> None:
    """Keep these views and no others."""
    told = [_told(view) for view in sorted(views, key=lambda view: view.name.casefold())]
    write_setting(
        connection, _name(advisor), json.dumps(told, ensure_ascii=False) if told else None
    )


def _name(advisor: Key) -> str:
    return f"portfolio_views:{advisor.hex()}"


def _told(view: PortfolioView) -> dict[str, Any]:
    question = view.question
    return {
        "name": view.name,
        "words": question.words,
        "facets": sorted(question.facets),
        "project": question.project,
        "segment": question.segment,
        "order": question.order,
        "descending": question.descending,
        "columns": list(view.columns.shown),
        "widths": dict(view.columns.widths),
    }


def _view(told: dict[str, Any]) -> PortfolioView:
    question = PortfolioQuestion(
        words=str(told["words"]),
        facets=frozenset(Facet(one) for one in told["facets"]),
        project=told["project"],
        segment=Segment(told["segment"]) if told["segment"] else None,
        order=PortfolioOrder(told["order"]),
        descending=bool(told["descending"]),
    )
    columns = Columns(
        tuple(PortfolioColumn(one) for one in told["columns"]),
        tuple((PortfolioColumn(one), int(width)) for one, width in told["widths"].items()),
    )
    return PortfolioView(str(told["name"]), question, columns)
