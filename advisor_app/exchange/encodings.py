"""Finds a text file's encoding: its mark, then strict UTF-8, then cp1252; hashes it on the way."""

import codecs
import hashlib
from dataclasses import dataclass
from pathlib import Path

from advisor_app.domain.bank_import import Unreadable, UnreadableFile

CHUNK = 1 << 20
MAX_LINE = 64 << 20
# Longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WITH_NUL = frozenset({"utf-16", "utf-32"})
_NOT_CP1252 = (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d")


@dataclass(frozen=True, slots=True)
class Inspection:
    """What one pass over the bytes tells."""

    encoding: str
    sha256: str
    has_nul: bool


def inspect(path: Path, told: str | None) -> Inspection:
    """Read a file once; `told` is a profile's encoding, which is then not looked for.

    Raises UnreadableFile for what is empty, no text, or one line without end.
    """
    look = _Look(path.name, told)
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            look.at(chunk)
    return look.result()


class _Look:
    """One pass over a file's bytes."""

    def __init__(self, file: str, told: str | None) -> None:
        self._file = file
        self._told = told
        self._hash = hashlib.sha256()
        self._encoding: str | None = told
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._is_utf8 = True
        self._is_cp1252 = True
        self._has_nul = False
        self._size = 0
        self._line = 0

    def at(self, chunk: bytes) -> None:
        """Take the next bytes in."""
        if not self._size:
            self._begin(chunk)
        self._size += len(chunk)
        self._hash.update(chunk)
        self._has_nul = self._has_nul or b"\0" in chunk
        self._measure_line(chunk)
        if self._encoding is None:
            self._try(chunk)

    def _begin(self, chunk: bytes) -> None:
        mark = next((name for start, name in _MARKS if chunk.startswith(start)), None)
        self._encoding = self._told or mark
        start = chunk[:4096]
        if not self._encoding and start.count(b"\0") * 4 > len(start):
            raise UnreadableFile(self._file, Unreadable.UTF16_WITHOUT_MARK)

    def _measure_line(self, chunk: bytes) -> None:
        end = max(chunk.rfind(b"\n"), chunk.rfind(b"\r"))
        self._line = self._line + len(chunk) if end < 0 else len(chunk) - end
        if self._line > MAX_LINE:
            limit = {"limit": str(MAX_LINE >> 20)}
            raise UnreadableFile(self._file, Unreadable.LINE_TOO_LONG, facts=limit)

    def _try(self, chunk: bytes) -> None:
        if self._is_utf8:
            try:
                self._decoder.decode(chunk)
            except UnicodeDecodeError:
                self._is_utf8 = False
        self._is_cp1252 = self._is_cp1252 and not any(b in chunk for b in _NOT_CP1252)

    def result(self) -> Inspection:
        """What was found."""
        if not self._size:
            raise UnreadableFile(self._file, Unreadable.EMPTY)
        encoding = self._encoding or self._found()
        has_nul = self._has_nul and encoding not in _WITH_NUL
        return Inspection(encoding, self._hash.hexdigest(), has_nul)

    def _found(self) -> str:
        if self._is_utf8 and not self._ends_inside():
            return "utf-8"
        if self._is_cp1252:
            return "cp1252"
        raise UnreadableFile(
            self._file, Unreadable.WRONG_ENCODING, facts={"encoding": "UTF-8, cp1252"}
        )

    def _ends_inside(self) -> bool:
        """Whether the file ends within a character."""
        return bool(self._decoder.getstate()[0])
