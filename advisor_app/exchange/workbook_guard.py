"""Looks at an XLSX file before anything opens it: is it one, and may it be opened safely?

A workbook is a zip of XML: a few bytes can claim to be gigabytes, or put one cell at the far end
of an otherwise empty sheet. What is claimed is measured here, without unpacking it whole.
"""

import re
import zlib
from pathlib import Path
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

from advisor_app.domain.bank_import import Unreadable, UnreadableFile

MAX_PARTS = 2_000
MAX_UNPACKED = 1 << 30
# Real sheets pack 5 to 60 times; deflate cannot pack more than 1,032 times.
MAX_RATIO = 150
SMALL_PART = 1 << 20
MAX_CELLS = 15_000_000
CHUNK = 1 << 20
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLE_LOOK = 1 << 22
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_CELL = re.compile(rb'\br="([A-Z]{1,3})?(\d{1,7})"')
_LETTERS = 26


def guard(path: Path) -> None:
    """Raise UnreadableFile unless this is an XLSX workbook of a size that can be read."""
    with path.open("rb") as file:
        start = file.read(_OLE_LOOK)
    if not start:
        raise UnreadableFile(path.name, Unreadable.EMPTY)
    if start.startswith(_OLE):
        why = Unreadable.PASSWORD if _ENCRYPTED in start else Unreadable.NOT_A_WORKBOOK
        raise UnreadableFile(path.name, why)
    try:
        with ZipFile(path) as archive:
            _guard_parts(path.name, archive)
    except (BadZipFile, LargeZipFile, NotImplementedError, EOFError, zlib.error, ValueError):
        raise UnreadableFile(path.name, Unreadable.NOT_A_WORKBOOK) from None


def _guard_parts(file: str, archive: ZipFile) -> None:
    parts = archive.infolist()
    if not any(part.filename.lower().endswith("workbook.xml") for part in parts):
        raise UnreadableFile(file, Unreadable.NOT_A_WORKBOOK)
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED or any(map(_is_bomb, parts)):
        raise UnreadableFile(file, Unreadable.BOMB)
    if any(part.flag_bits & 1 for part in parts):
        raise UnreadableFile(file, Unreadable.PASSWORD)
    for part in parts:
        if _SHEET.fullmatch(part.filename) and _area(archive, part) > MAX_CELLS:
            raise UnreadableFile(
                file, Unreadable.TOO_MANY_CELLS, facts={"limit": f"{MAX_CELLS:_}".replace("_", " ")}
            )


def _is_bomb(part: ZipInfo) -> bool:
    return part.file_size > SMALL_PART and part.file_size > MAX_RATIO * part.compress_size


def _area(archive: ZipFile, part: ZipInfo) -> int:
    """How many cells lie between a sheet's first row and the far corner of its last one."""
    first, last, width, tail = 0, 0, 1, b""
    with archive.open(part) as sheet:
        while chunk := sheet.read(CHUNK):
            found = set(_CELL.findall(tail + chunk))
            rows = {int(row) for _, row in found}
            first = first or min(rows, default=0)
            last = max(last, max(rows, default=0))
            width = max([width, *(_column(letters) for letters, _ in found if letters)])
            tail = chunk[-20:]
    return (last - first + 1) * width


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * _LETTERS + letter - ord("A") + 1
    return number
