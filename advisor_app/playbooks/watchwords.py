"""What a note should not say, from `freetext_watchwords.csv`."""

import re
from collections.abc import Mapping
from functools import cache

from advisor_app.domain.codes import Language
from advisor_app.domain.watchwords import Sensitive, Watchword
from advisor_app.playbooks.tables import read_csv

EVERY_LANGUAGE = "all"


@cache
def watchwords() -> tuple[Watchword, ...]:
    """Every row, in the table's order; stems are looked for where a word begins."""
    return tuple(map(_watchword, read_csv("freetext_watchwords.csv")))


def _watchword(row: Mapping[str, str]) -> Watchword:
    language = None if row["language"] == EVERY_LANGUAGE else Language(row["language"])
    pattern = re.compile(rf"(?<!\w)(?:{row['stem']})\w*", re.IGNORECASE)
    return Watchword(Sensitive(row["category"]), language, pattern, row["neutral"] or None)
