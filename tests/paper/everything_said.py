"""Every word that a PDF holds: on its pages, and in titles, bookmarks, descriptions and metadata."""

import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf

from paper.reading import read

_WORD = re.compile(r"[^\W\d_]+")


def everything_said(data: bytes, code: str) -> str:
    """The text of the pages, then every string of the file's objects and its metadata.

    Without the paper's own random `code`, which may spell anything.
    """
    with pikepdf.open(io.BytesIO(data)) as pdf:
        strings = [text for one in pdf.objects for text in _strings(one)]
        metadata = pdf.Root.Metadata.read_bytes().decode("utf-8")
    said = "\n".join([read(data).text, metadata, *strings])
    return said.replace(code, "")


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, pikepdf.String):
        yield str(node)
    elif isinstance(node, pikepdf.Array):
        for one in node:
            if not getattr(one, "is_indirect", False):
                yield from _strings(one)
    elif isinstance(node, pikepdf.Dictionary | pikepdf.Stream):
        for key in node.keys():  # noqa: SIM118 a stream's keys are asked for
            one = node.get(key)
            if not getattr(one, "is_indirect", False):
                yield from _strings(one)


def words_of(text: str) -> set[str]:
    """The words of a text, without case and accents."""
    bare = unicodedata.normalize("NFD", text.replace("\N{SOFT HYPHEN}", ""))
    plain = "".join(char for char in bare if unicodedata.category(char) != "Mn")
    return {found.casefold() for found in _WORD.findall(plain)}


def name_words(names: Iterable[str | None], small: frozenset[str]) -> set[str]:
    """The words by which these names are known: not the particles, not single letters."""
    found = {word for name in names if name for word in words_of(name)}
    return {word for word in found if len(word) > 1} - small
