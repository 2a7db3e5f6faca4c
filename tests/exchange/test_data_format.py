"""`docs/data-format.md` says what the code reads: every table, column and code."""

import re
from pathlib import Path

from advisor_app.exchange.tables import TABLES
from advisor_app.exchange.vocabularies import vocabularies

TEXT = (Path(__file__).parents[2] / "docs" / "data-format.md").read_text(encoding="utf-8")


def sections() -> dict[str, str]:
    """The text under each file's heading."""
    parts = re.split(r"^### (\w+)$", TEXT.partition("\n## Codes")[0], flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_table_stands_there_in_its_order() -> None:
    assert list(sections()) == list(TABLES)


def test_every_column_stands_there_with_what_is_required() -> None:
    for name, section in sections().items():
        rows = re.findall(r"^\| (\**)`(\w+)`\** \|", section, flags=re.MULTILINE)
        assert [(column, bool(stars)) for stars, column in rows] == [
            (column.name, column.required) for column in TABLES[name].columns
        ]


def test_identities_are_told() -> None:
    for name, section in sections().items():
        told = re.search(r"^Identity: (.*)\.$", section, flags=re.MULTILINE)
        identity = tuple(told[1].split(", ")) if told else ()
        assert identity == TABLES[name].identity


def test_every_code_is_told() -> None:
    told = re.findall(r"^- `(\w+)`: (.*)$", TEXT.partition("\n## Codes")[2], flags=re.MULTILINE)
    assert {name: tuple(codes.split(", ")) for name, codes in told} == vocabularies()


def test_a_blank_cell_s_meaning_is_told() -> None:
    for name, section in sections().items():
        for column in TABLES[name].columns:
            if column.default not in (None, False):
                assert re.search(rf"`{column.name}`.*blank: {column.default} \|", section)
