"""Legal, fiscal and prudential parameters, from `parameters.toml`."""

from decimal import Decimal
from functools import cache
from typing import Any

from advisor_app.domain.parameters import Parameter, ParameterStatus
from advisor_app.playbooks.tables import local_text, read_toml


@cache
def parameters() -> tuple[Parameter, ...]:
    """Every value, in the table's order; numbers are Decimal, lists are tuples."""
    rows = read_toml("parameters.toml", parse_float=Decimal)["parameter"]
    return tuple(map(_parameter, rows))


def _parameter(row: dict[str, Any]) -> Parameter:
    return Parameter(
        code=row["id"],
        label=local_text(row),
        value=_value(row["value"]),
        unit=row["unit"],
        valid_from=row.get("valid_from"),
        valid_until=row.get("valid_until"),
        status=ParameterStatus(row["status"]),
        source=row.get("source", ""),
        note=row.get("note", ""),
        volatile=row.get("volatile", False),
    )


def _value(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(map(_value, value))
    if isinstance(value, dict):
        return {name: _value(one) for name, one in value.items()}
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value
