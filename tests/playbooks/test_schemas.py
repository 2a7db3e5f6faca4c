import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from advisor_app.playbooks.tables import playbook_folder, read_csv, read_toml

SCHEMAS = sorted((playbook_folder() / "schemas").glob("*.schema.json"))


def table_of(schema: Path) -> Path:
    stem = schema.name.removesuffix(".schema.json")
    (found,) = playbook_folder().glob(f"{stem}.*")
    return found


def rows_of(table: Path) -> Any:
    return read_toml(table.name) if table.suffix == ".toml" else read_csv(table.name)


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda path: path.name)
def test_each_table_obeys_its_schema(schema: Path) -> None:
    description = json.loads(schema.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(description)
    errors = Draft202012Validator(description).iter_errors(rows_of(table_of(schema)))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda path: path.name)
def test_each_schema_refuses_an_unknown_column(schema: Path) -> None:
    description = json.loads(schema.read_text(encoding="utf-8"))
    rows = rows_of(table_of(schema))
    target = rows if isinstance(rows, dict) else rows[0]
    target["not_a_column"] = "x"
    assert not Draft202012Validator(description).is_valid(rows)
