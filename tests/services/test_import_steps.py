"""However a bank cuts its files into deliveries, the store ends up the same.

The assignments tell that they have no end: where the column is absent, an end that the program gave
in an earlier delivery would stand, and a row from before it would be refused as an overlap.
"""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bank.folders import write_folder
from bank.importing import bring
from conftest import NOW, STORE_KEY
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from advisor_app.services.desk import Desk
from advisor_app.storage.facts import differences
from advisor_app.storage.schema.clients import assignment, client, consent
from advisor_app.storage.schema.contacts import digital_month, further_advisor, touchpoint
from advisor_app.storage.schema.organisation import advisor, branch
from advisor_app.storage.store import Store, open_store_with_key

HEADS = {
    "branches": "ref,name",
    "advisors": "ref,last_name,branch",
    "clients": "ref,last_name,household,branch,status",
    "assignments": "client,advisor,from,until",
    "touchpoints": "ref,client,advisor,at,channel,direction",
    "digital": "client,month,logins",
    "consents": "client,use,given,on",
}
REFS = st.integers(1, 4)
DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 31)).map(str)


def unique(rows: list[tuple[Any, ...]], *places: int) -> list[tuple[Any, ...]]:
    """The first row of each identity."""
    return list({tuple(row[at] for at in places): row for row in reversed(rows)}.values())


@st.composite
def banks(draw: st.DrawFn) -> dict[str, list[tuple[Any, ...]]]:
    """A small bank: every table's rows, each identity once."""
    some = st.lists
    advisors = st.sampled_from(["", "A1", "A2", "A1|A2"])
    return {
        "branches": [("B1", "Lyon"), ("B2", "Paris")],
        "advisors": [("A1", "Martin", "B1"), ("A2", "Roux", draw(st.sampled_from(["", "B2"])))],
        "clients": [
            (f"C{i}", f"N{i}", *draw(st.tuples(*(map(st.sampled_from, CHOICES)))))
            for i in range(1, 5)
        ],
        "assignments": unique(
            draw(
                some(
                    st.tuples(
                        REFS.map("C{}".format), st.sampled_from(["A1", "A2"]), DAYS, st.just("")
                    )
                )
            ),
            0,
            2,
        ),
        "touchpoints": unique(
            draw(
                some(
                    st.tuples(
                        st.integers(1, 9).map("T{}".format),
                        REFS.map("C{}".format),
                        advisors,
                        DAYS,
                        st.sampled_from(["branch", "email", "phone"]),
                        st.sampled_from(["in", "out"]),
                    )
                )
            ),
            0,
        ),
        "digital": unique(
            draw(some(st.tuples(REFS.map("C{}".format), DAYS.map(lambda day: day[:7]), REFS))), 0, 1
        ),
        "consents": unique(
            draw(
                some(
                    st.tuples(
                        REFS.map("C{}".format),
                        st.sampled_from(["phone", "email"]),
                        st.booleans(),
                        DAYS,
                    )
                )
            ),
            0,
            1,
            3,
        ),
    }


CHOICES = (["", "H1", "H2"], ["", "B1", "B2"], ["", "active", "closed"])


def deliver(desk: Desk, folder: Path, rows: dict[str, list[tuple[Any, ...]]]) -> None:
    """Import these rows, as files."""
    files = {
        table: "\n".join([HEADS[table], *(",".join(map(str, row)) for row in lines)]) + "\n"
        for table, lines in rows.items()
    }
    report = bring(desk, write_folder(folder, **files))
    assert report.refusals == ()


def contents(desk: Desk) -> dict[str, list[Any]]:
    """What the store holds, by the bank's own references."""
    with desk.reading() as transaction:
        refs = {
            key: ref
            for table in (branch, advisor, client, touchpoint)
            for key, ref in transaction.execute(select(table.c.id, table.c.ref))
        }
        tables = (client, assignment, touchpoint, further_advisor, digital_month, consent)
        return {
            table.name: sorted(
                tuple(str(refs.get(value, value)) for name, value in row.items() if told(name))
                for row in transaction.execute(select(table)).mappings()
            )
            for table in tables
        }


def told(column: str) -> bool:
    """Whether a column means the same in every store: keys made here do not."""
    return column not in {"id", "household_id"}


def stores(template: Path, folder: Path) -> Iterator[Store]:
    """Copies of an empty store."""
    for name in ("one.store", "two.store"):
        shutil.copy2(template, folder / name)
        yield open_store_with_key(folder / name, STORE_KEY)


@settings(max_examples=8, phases=[Phase.generate])
@given(banks(), st.data())
def test_two_deliveries_are_as_good_as_one(
    template: Path, bank: dict[str, list[tuple[Any, ...]]], data: st.DataObject
) -> None:
    cuts = {table: data.draw(st.integers(0, len(rows))) for table, rows in bank.items()}
    first = {table: rows[: cuts[table]] for table, rows in bank.items()}
    first |= {table: bank[table] for table in ("branches", "advisors", "clients")}
    with TemporaryDirectory() as name:
        folder = Path(name)
        whole, parts = (Desk(store, lambda: NOW) for store in stores(template, folder))
        deliver(whole, folder / "whole", bank)
        deliver(parts, folder / "first", first)
        deliver(parts, folder / "all", bank)
        assert contents(parts) == contents(whole)
        for one in (whole, parts):
            with one.writing() as transaction:
                assert differences(transaction) == []
            one.store.close()
