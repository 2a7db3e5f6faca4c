"""The words, names and places of the demonstration, read from the resources once."""

import csv
import tomllib
from collections.abc import Mapping
from functools import cache
from itertools import accumulate
from random import Random
from typing import Any, NamedTuple

from advisor_app.resources import resource_folder


class Names(NamedTuple):
    """First names by decade and sex, each with running weights; and surnames."""

    first: Mapping[tuple[int, str], tuple[list[str], list[int]]]
    surnames: list[str]

    def first_name(self, rng: Random, sex: str, birth_year: int) -> str:
        """A first name as they were given in that decade; `sex` is F or M."""
        decade = min(2010, max(1930, birth_year // 10 * 10))
        names, weights = self.first[decade, sex]
        return rng.choices(names, cum_weights=weights)[0]

    def surname(self, rng: Random) -> str:
        """A family name."""
        return self.surnames[int(rng.random() * len(self.surnames))]


@cache
def names() -> Names:
    """The names of `resources/names`."""
    folder = resource_folder() / "names"
    found: dict[tuple[int, str], list[tuple[str, int]]] = {}
    with (folder / "first_names.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = (int(row["decade"]), row["sex"])
            found.setdefault(key, []).append((row["name"], int(row["weight"])))
    first = {
        key: ([name for name, _ in pairs], list(accumulate(weight for _, weight in pairs)))
        for key, pairs in found.items()
    }
    return Names(first, (folder / "surnames.txt").read_text(encoding="utf-8").splitlines())


@cache
def table(name: str) -> dict[str, Any]:
    """A file of `resources/demonstration`."""
    path = resource_folder() / "demonstration" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
