"""Reads the trade's tables, which ship in `resources/playbooks`; their schemas are tested."""

import csv
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from advisor_app.domain.local_text import LocalText
from advisor_app.resources import resource_folder


def playbook_folder() -> Path:
    """Where the tables lie."""
    return resource_folder() / "playbooks"


def read_toml(name: str, parse_float: Callable[[str], Any] = float) -> dict[str, Any]:
    """One TOML table, as its schema describes it; `parse_float` may keep numbers exact."""
    with (playbook_folder() / name).open("rb") as file:
        return tomllib.load(file, parse_float=parse_float)


def read_csv(name: str) -> list[dict[str, str]]:
    """The rows of one CSV table by its header; a blank cell is the empty text."""
    with (playbook_folder() / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def local_text(texts: Mapping[str, str], prefix: str = "") -> LocalText:
    """The four texts under `fr`, `en`, `nl` and `de`, or under a prefix such as `label_`."""
    return LocalText(*(texts[f"{prefix}{code}"] for code in ("fr", "en", "nl", "de")))
