"""Text that tries to be more than text, and a way to put it into every field of a paper."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, time
from decimal import Decimal
from enum import Enum
from typing import Any

HOSTILE = [
    "<b>Müller</b> & <i>fils",
    '<img src="/etc/hostname"/>',
    "&amp; &lt;para> </para>",
    "Łódź Žižkov Đorđe",
    "Ελένη Παπαδοπούλου",
    "Светлана Иванова",
    "Nguyễn Thị Hồng Ánh",
    "محمد עברית",
    "\u202eevil\u202c\u200b \x00\x07\n\t line",
    "👩‍👧 🏠 日本語",
    "x" * 200,
    "Marie-Antoinette de la Tour d’Auvergne-Lauraguais " * 4,
    "\ud800 lonely",
    "(brackets) \\ and % and ) (",
    "",
]


def poisoned(value: Any, text: str) -> Any:
    """The value with every text in it replaced."""
    if isinstance(value, Enum | date | time | Decimal | bool | int):
        return value
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(poisoned(part, text) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: poisoned(getattr(value, field.name), text)
            for field in fields(value)
            if field.name not in {"reference", "drawn"}
        }
        return replace(value, **changed)
    return value
