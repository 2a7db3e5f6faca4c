"""A portfolio held in memory: found by words, counted by filters and sorted within milliseconds.

Every row has a number, in the order of names; filters are masks of rows.
"""

import sys
from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import reduce
from operator import and_, or_
from typing import TypeVar

from advisor_app.domain.keys import Key
from advisor_app.domain.portfolio import (
    Facet,
    PortfolioCounts,
    PortfolioEntry,
    PortfolioList,
    PortfolioOrder,
    PortfolioQuestion,
)
from advisor_app.domain.portfolio_facets import KINDS, counted_codes, facets_of
from advisor_app.domain.portfolio_masks import RowCounts, kept, mask_of, rows_in
from advisor_app.domain.portfolio_order import InOrder, sorted_rows
from advisor_app.domain.portfolio_words import NumberRows, Sought, WordRows, means, sought

# A number inside another is looked for where its beginning finds no more rows than this.
_FEW_NUMBERS = 2_000
_DIGITS_INSIDE = 4
_MOST_KEPT = 500
# Up to one row in so many is sorted; more are picked from all the rows in order, as far as they are
# looked at.
_FEW_ROWS = 200
_LETTERS_MADE = 2
_MANY_ROWS = 5_000

# After every instant.
_NEVER = sys.maxsize

Names = Mapping[str, Sequence[str]]
T = TypeVar("T", bound=Hashable)
_Order = tuple[PortfolioOrder, bool]


class PortfolioIndex:
    """A portfolio as it stood when its entries were read; they come in the order of names."""

    def __init__(self, entries: Sequence[PortfolioEntry]) -> None:
        self._entries = list(entries)
        self._keys = [one.key for one in entries]
        self._places = {key: row for row, key in enumerate(self._keys)}
        self._clients = sum(len(one.clients) - one.uncounted for one in entries)
        self._counted = self._mask([row for row, one in enumerate(entries) if one.is_counted])
        self._whole = (1 << len(entries)) - 1
        self._facets = self._masks((facets_of(one) for one in entries), Facet)
        self._projects = self._masks(map(counted_codes, entries))
        self._named = self._masks({one.code for one in each.projects} for each in entries)
        self._segments = self._masks(one.segments for one in entries)
        self._words = WordRows(rows_by((*one.words, *one.numbers) for one in entries))
        self._numbers = NumberRows([one.numbers for one in entries])
        self._soonest = min(map(_begins, entries), default=_NEVER)
        self._beginnings: dict[tuple[int, int], int] = {}
        self._orders: dict[_Order, array[int]] = {}
        self._ranks: dict[_Order, array[int]] = {}
        # What the first keys need is made now: the order in which the page first stands, and the
        # masks of the beginnings that many rows share.
        self._rank((PortfolioOrder.LAST_MEETING, False))
        self._usual = self._beginnings_of_many()

    def entry(self, key: Key) -> PortfolioEntry | None:
        """What is known of a household; None where it is not of the portfolio."""
        row = self._places.get(key)
        return None if row is None else self._entries[row]

    def holds_until(self, now: datetime) -> bool:
        """Whether no appointment that it knows as coming has begun before this minute."""
        return self._soonest >= int(now.replace(second=0, microsecond=0).timestamp())

    def renew(self, keys: Iterable[Key], entries: Iterable[PortfolioEntry]) -> bool:
        """Take what is known now of some households; False where it must be made anew.

        That is where somebody came, left, or is found by other words.
        """
        renewed = {entry.key: entry for entry in entries}
        for key in keys:
            row, entry = self._places.get(key), renewed.get(key)
            if row is None and entry is None:
                continue
            if row is None or entry is None or not _found_alike(self._entries[row], entry):
                return False
            if self._entries[row] != entry:
                self._replace(row, entry)
        return True

    def _replace(self, row: int, entry: PortfolioEntry) -> None:
        self._entries[row] = entry
        self._soonest = min(self._soonest, _begins(entry))
        _put(self._facets, row, facets_of(entry))
        _put(self._projects, row, counted_codes(entry))
        _put(self._named, row, (one.code for one in entry.projects))
        _put(self._segments, row, entry.segments)
        self._orders.clear()
        self._ranks.clear()

    def find(self, question: PortfolioQuestion, projects: Names) -> PortfolioList:
        """The rows that a question keeps, in its order, and the counts of one filter more.

        `projects` are the folded words of each project's name.
        """
        parts = self._parts(question, projects)
        found = self._joined(parts, None)
        counted = (found & self._counted).bit_count()
        return PortfolioList(self._in_order(found, question), self._counts(parts), counted)

    def _parts(self, question: PortfolioQuestion, projects: Names) -> dict[str, int]:
        """A mask for each kind of filter: what is of one kind widens, kinds narrow each other."""
        parts: dict[str, int] = {}
        if question.words.strip():
            parts["words"] = self._with_words(sought(question.words), projects)
        for facet in question.facets:
            kind = KINDS[facet]
            parts[kind] = parts.get(kind, 0) | self._facets[facet] & self._counted
        if question.project:
            parts["project"] = self._projects.get(question.project, 0) & self._counted
        if question.segment:
            parts["segment"] = self._segments.get(question.segment, 0) & self._counted
        return parts

    def _counts(self, parts: Mapping[str, int]) -> PortfolioCounts:
        """How many rows each filter would hold beside the filters of other kinds."""

        def beside(kind: str) -> int:
            return self._joined(parts, kind) & self._counted

        return PortfolioCounts(
            households=self._counted.bit_count(),
            clients=self._clients,
            facets=RowCounts(self._facets, lambda facet: beside(KINDS[facet])),
            projects=RowCounts(self._projects, lambda _code: beside("project")),
            segments=RowCounts(self._segments, lambda _segment: beside("segment")),
        )

    def _joined(self, parts: Mapping[str, int], without: str | None) -> int:
        return reduce(and_, (mask for kind, mask in parts.items() if kind != without), self._whole)

    def _with_words(self, asked: Sought, projects: Names) -> int:
        masks = [self._with_word(word, projects) for word in asked.words]
        if asked.digits:
            masks.append(self._with_digits(asked))
        return reduce(and_, masks, self._whole)

    def _with_word(self, word: str, projects: Names) -> int:
        meant = (
            self._named[code]
            for code, names in projects.items()
            if code in self._named and means(word, names)
        )
        return reduce(or_, meant, self._beginning(word))

    def _with_digits(self, asked: Sought) -> int:
        """References and numbers that begin so, and numbers inside which enough digits stand."""
        mask = self._beginning(asked.digits)
        if asked.number:
            mask |= self._beginning(asked.number)
        if len(asked.number) >= _DIGITS_INSIDE and mask.bit_count() < _FEW_NUMBERS:
            mask |= self._mask(list(self._numbers.holding(asked.number)))
        return mask

    def _beginning(self, word: str) -> int:
        """Who has a word or number that begins so; kept, for every word is typed from its start.

        It is kept by the words that it finds, which one more letter often leaves as they were.
        """
        place = self._words.beginning(word)
        mask = self._usual.get(place) or self._beginnings.get(place)
        if mask is None:
            if len(self._beginnings) >= _MOST_KEPT:
                self._beginnings.clear()
            mask = self._beginnings[place] = self._mask(self._words.rows(*place))
        return mask

    def _beginnings_of_many(self) -> dict[tuple[int, int], int]:
        """The masks of one letter and of two, where making them would keep a key waiting."""
        usual: dict[tuple[int, int], int] = {}
        for letters in range(1, _LETTERS_MADE + 1):
            for word in self._words.beginnings(letters):
                place = self._words.beginning(word)
                rows = self._words.rows(*place)
                if len(rows) > _MANY_ROWS and place not in usual:
                    usual[place] = self._mask(rows)
        return usual

    def _masks(self, sets: Iterable[Iterable[T]], all_of: Iterable[T] = ()) -> dict[T, int]:
        rows = rows_by(sets)
        return {one: self._mask(rows.get(one, ())) for one in dict.fromkeys((*rows, *all_of))}

    def _mask(self, rows: Sequence[int]) -> int:
        return mask_of(rows, len(self._entries))

    def _in_order(self, found: int, question: PortfolioQuestion) -> InOrder:
        count, everybody = found.bit_count(), len(self._entries)
        order = (question.order, question.descending)
        rows: Iterable[int]
        if count * _FEW_ROWS < everybody:
            rank = self._rank(order)
            rows = sorted(rows_in(found), key=rank.__getitem__)
        else:
            rows = kept(self._order(order), found, everybody)
        return InOrder(map(self._keys.__getitem__, rows), count)

    def _order(self, order: _Order) -> "array[int]":
        if order not in self._orders:
            by, descending = order
            self._orders[order] = array("I", sorted_rows(self._entries, by, descending=descending))
        return self._orders[order]

    def _rank(self, order: _Order) -> "array[int]":
        if order not in self._ranks:
            ranks = array("I", bytes(4 * len(self._entries)))
            for rank, row in enumerate(self._order(order)):
                ranks[row] = rank
            self._ranks[order] = ranks
        return self._ranks[order]


def _begins(entry: PortfolioEntry) -> int:
    return entry.appointment.start_utc if entry.appointment else _NEVER


def _found_alike(one: PortfolioEntry, other: PortfolioEntry) -> bool:
    told = one.words == other.words and one.numbers == other.numbers
    counted = one.uncounted == other.uncounted
    return told and counted and one.clients == other.clients


def _put(masks: dict[T, int], row: int, things: Iterable[T]) -> None:
    """Let a row belong to these masks only."""
    own, bit = set(things), 1 << row
    for one in {*masks, *own}:
        mask = masks.get(one, 0)
        masks[one] = mask | bit if one in own else mask & ~bit


def rows_by(sets: Iterable[Iterable[T]]) -> dict[T, "array[int]"]:
    """The numbers of the rows that hold each thing."""
    rows: defaultdict[T, array[int]] = defaultdict(lambda: array("I"))
    for row, things in enumerate(sets):
        for one in things:
            rows[one].append(row)
    return rows
