"""Reads the tag tree of a PDF back, as a screen reader walks it."""

from collections.abc import Iterator
from typing import Any

import pikepdf


def elements(node: Any) -> Iterator[Any]:
    """Every element of the tree, in reading order."""
    yield node
    for kid in kids(node):
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
            yield from elements(kid)


def kids(node: Any) -> list[Any]:
    found = node.get("/K", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def pieces(pdf: pikepdf.Pdf) -> list[tuple[Any, int, str]]:
    """Page, number and role of every marked piece that the tree holds, in reading order."""
    return [
        (one.Pg.objgen, int(kid), str(one.S))
        for one in elements(pdf.Root.StructTreeRoot.K)
        for kid in kids(one)
        if not isinstance(kid, pikepdf.Dictionary)
    ]
