"""A page writes no colour and no size: the theme is the one place that knows them."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import advisor_app.ui

PAGES = Path(advisor_app.ui.__file__).parent / "pages"
# Counts, halves and steps are no sizes; whatever is larger than the smallest grid step is one.
LARGEST_COUNT = 3
# What a page calls a time or a number of things is no size either.
NO_SIZES = (
    "_MS",
    "_MINUTES",
    "_DAYS",
    "_MONTHS",
    "_YEARS",
    "_COUNT",
    "_MOST",
    "_HOUR",
    "_STEP",
    "_OF_IT",
)


# What stood there before this was tested; a number here can only go down.
KNOWN = {"client": 20, "portfolio": 18, "sheets": 9}


def literals(path: Path) -> Iterator[str]:
    """Every number of the file that may be a size in pixels, with its line."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    counts = {id(node) for node in ast.walk(tree) for node in _no_sizes(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and _is_size(node.value) and id(node) not in counts:
            yield f"{path.relative_to(PAGES.parent)}:{node.lineno}: {node.value}"


def _is_size(value: object) -> bool:
    return isinstance(value, int | float) and value > LARGEST_COUNT


def _no_sizes(node: ast.AST) -> Iterator[ast.AST]:
    """The values of constants whose names say that they are no sizes, of codes, and indices."""
    if isinstance(node, ast.Assign):
        names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        if names and all(name.endswith(NO_SIZES) for name in names):
            yield from ast.walk(node.value)
    if isinstance(node, ast.Subscript):
        yield from ast.walk(node.slice)
    if isinstance(node, ast.ClassDef) and any("Enum" in ast.unparse(base) for base in node.bases):
        yield from (inner for line in node.body for inner in ast.walk(line))


@pytest.mark.parametrize("page", sorted(one.name for one in PAGES.iterdir() if one.is_dir()))
def test_no_page_writes_a_size(page: str) -> None:
    found = [line for path in sorted((PAGES / page).rglob("*.py")) for line in literals(path)]
    known = KNOWN.get(page, 0)
    told = "; ".join(found)
    assert len(found) <= known, f"sizes belong into ui/theme, as today_sizes.py shows: {told}"
