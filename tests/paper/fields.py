"""Every field of a paper's values that holds text, found in their types, and ways to fill them."""

import typing
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, NamedTuple

# Made by the program from its own letters, never typed: what the square code says, and how a bar is
# filled.
NOT_TYPED = frozenset({"reference", "drawn"})


class Field(NamedTuple):
    """A field that holds text, alone or in a list, by the class that has it."""

    owner: str
    name: str


def text_fields(kind: Any) -> tuple[Field, ...]:
    """Every such field of the class and of all that its values are made of, in order."""
    found: dict[Field, None] = {}
    seen: set[type] = set()

    def visit(hint: Any) -> None:
        for owner in _classes(hint):
            if owner in seen:
                continue
            seen.add(owner)
            for name, inner in _hints(owner).items():
                if name not in NOT_TYPED and _holds_text(inner):
                    found[Field(owner.__name__, name)] = None
                visit(inner)

    visit(kind)
    return tuple(found)


@cache
def _hints(owner: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(owner)
    return {one.name: hints[one.name] for one in fields(owner)}


def _parts(hint: Any) -> tuple[Any, ...]:
    """What a list or an alternative is made of; nothing for a plain type."""
    return tuple(one for one in typing.get_args(hint) if one is not Ellipsis)


def _classes(hint: Any) -> Iterator[type]:
    if is_dataclass(hint) and isinstance(hint, type):
        yield hint
    for part in _parts(hint):
        yield from _classes(part)


def _holds_text(hint: Any) -> bool:
    return hint is str or any(_holds_text(part) for part in _parts(hint))


def changed(value: Any, change: Callable[[Field, str], str]) -> Any:
    """The value with every text in it changed, each by its field."""
    return _changed(value, Field("", ""), change)


def _changed(value: Any, field: Field, change: Callable[[Field, str], str]) -> Any:
    if type(value) is str:
        return change(field, value) if field.name not in NOT_TYPED else value
    if type(value) in {tuple, list}:
        return type(value)(_changed(part, field, change) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        owner = type(value)
        parts = {
            name: _changed(getattr(value, name), Field(owner.__name__, name), change)
            for name in _hints(owner)
        }
        return replace(value, **parts)
    return value


def filled(value: Any) -> Any:
    """The value with something in every field of its type that may be empty."""
    owner = type(value)
    parts = {}
    for name, hint in _hints(owner).items():
        present = getattr(value, name)
        if is_dataclass(present) and not isinstance(present, type):
            parts[name] = filled(present)
        elif present in ("", None, ()):
            parts[name] = _something(hint, present)
        elif type(present) is tuple and is_dataclass(present[0]):
            parts[name] = tuple(filled(part) if is_dataclass(part) else part for part in present)
    return replace(value, **parts)


def _something(hint: Any, otherwise: Any) -> Any:
    """A text, or a list of two, where the type has room for it."""
    if hint is str or (str in _parts(hint) and typing.get_origin(hint) is not tuple):
        return "something"
    if typing.get_origin(hint) is tuple and _parts(hint) == (str,):
        return ("something", "else")
    return otherwise
