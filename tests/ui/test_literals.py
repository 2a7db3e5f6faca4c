"""A page writes no colour and no size: the theme is the one place that knows them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import advisor_app.ui

PAGES = Path(advisor_app.ui.__file__).parent / "pages"
# Hairs and nudges of a pixel or three are how a shape is drawn; the grid begins at four.
LARGEST_NUDGE = 3
# Whatever is given to these is a length in pixels.
TAKE_SIZES = {
    "addSpacing",
    "adjusted",
    "QPoint",
    "QPointF",
    "QRect",
    "QRectF",
    "QSize",
    "resize",
    "setColumnWidth",
    "setContentsMargins",
    "setFixedHeight",
    "setFixedSize",
    "setFixedWidth",
    "setHorizontalSpacing",
    "setMaximumHeight",
    "setMaximumWidth",
    "setMinimumHeight",
    "setMinimumSize",
    "setMinimumWidth",
    "setPixelSize",
    "setSpacing",
    "setVerticalSpacing",
}
KEYWORDS = {"height", "width", "size", "margin", "gap"}


def literals(path: Path) -> Iterator[str]:
    """Every size written in a file, where it is used or in a constant that is used as one."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants = {name: value for node in tree.body for name, value in _constants(node)}
    for node in ast.walk(tree):
        for given in _given_as_sizes(node):
            for part in ast.walk(given):
                if isinstance(part, ast.Name) and part.id in constants:
                    yield f"{path.name}:{part.lineno}: {part.id} = {constants[part.id]}"
                elif isinstance(part, ast.Constant) and _is_size(part.value):
                    yield f"{path.name}:{part.lineno}: {part.value}"


def _constants(node: ast.AST) -> Iterator[tuple[str, object]]:
    if not isinstance(node, ast.Assign):
        return
    for target in node.targets:
        pairs = (
            zip(target.elts, node.value.elts, strict=False)
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
            else ((target, node.value),)
        )
        for name, value in pairs:
            written = isinstance(value, ast.Constant) and _is_size(value.value)
            if isinstance(name, ast.Name) and written:
                yield name.id, ast.unparse(value)


def _given_as_sizes(node: ast.AST) -> Iterator[ast.AST]:
    if not isinstance(node, ast.Call):
        return
    called = node.func.attr if isinstance(node.func, ast.Attribute) else None
    called = node.func.id if isinstance(node.func, ast.Name) else called
    if called in TAKE_SIZES:
        yield from node.args
    yield from (word.value for word in node.keywords if word.arg in KEYWORDS)


def _is_size(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value > LARGEST_NUDGE


@pytest.mark.parametrize("page", sorted(one.name for one in PAGES.iterdir() if one.is_dir()))
def test_no_page_writes_a_size(page: str) -> None:
    found = [line for path in sorted((PAGES / page).rglob("*.py")) for line in literals(path)]
    told = "; ".join(found)
    assert not found, f"sizes belong into ui/theme, as today_sizes.py shows: {told}"


def test_sizes_are_found_where_they_are_written(tmp_path: Path) -> None:
    page = tmp_path / "page.py"
    page.write_text(
        "_ROW, _DAYS = 36, 30\n"
        "row.setFixedHeight(_ROW)\n"
        "row.setContentsMargins(sizes.S, 2, 12 + 1, 0)\n"
        "Button('', height=40)\n"
        "later(_DAYS)\n",
        encoding="utf-8",
    )
    assert list(literals(page)) == ["page.py:2: _ROW = 36", "page.py:3: 12", "page.py:4: 40"]
