"""What the program is: its version, its file, and what it is made of."""

import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from advisor_app import __version__
from advisor_app.services.desk import Desk
from advisor_app.storage.about import cipher_version, engine_version, schema_version

# Every library that the program needs, with its licence as its authors name it (SPDX).
LIBRARIES = (
    ("alembic", "MIT"),
    ("babel", "BSD-3-Clause"),
    ("cryptography", "Apache-2.0 OR BSD-3-Clause"),
    ("holidays", "MIT"),
    ("icalendar", "BSD-2-Clause"),
    ("keyring", "MIT"),
    ("phonenumberslite", "Apache-2.0"),
    ("pikepdf", "MPL-2.0"),
    ("pypdfium2", "BSD-3-Clause, Apache-2.0"),
    ("PySide6-Essentials", "LGPL-3.0-only"),
    ("python-calamine", "MIT"),
    ("rapidfuzz", "MIT"),
    ("recurring-ical-events", "LGPL-3.0-or-later"),
    ("reportlab", "BSD-3-Clause"),
    ("rl_accel", "BSD-3-Clause"),
    ("SQLAlchemy", "MIT"),
    ("sqlcipher3", "Zlib"),
    ("tomlkit", "MIT"),
    ("tzdata", "Apache-2.0"),
    ("XlsxWriter", "BSD-2-Clause"),
)
# What ships with the program and is not a library; THIRD-PARTY.md tells whose it is.
MATERIAL = (
    ("Inter", "OFL-1.1"),
    ("Source Serif 4", "OFL-1.1"),
    ("Lucide", "ISC"),
    ("INSEE, fichier des prénoms", "Licence Ouverte 2.0"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """Something that the program is made of; `version` is empty where none is told."""

    name: str
    version: str
    licence: str


@dataclass(frozen=True, slots=True)
class Program:
    """What "About" shows; nothing of it is a client's. `size` is in bytes, the log included."""

    version: str
    python: str
    engine: str
    cipher: str
    schema: str
    file: Path
    size: int
    parts: tuple[Part, ...]


class About:
    """Tells what the program is."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def program(self) -> Program:
        """The versions of now, and the file that is open."""
        path = self._desk.store.path
        with self._desk.reading() as transaction:
            return Program(
                version=__version__,
                python=".".join(str(part) for part in sys.version_info[:3]),
                engine=engine_version(transaction),
                cipher=cipher_version(transaction),
                schema=schema_version(transaction),
                file=path,
                size=size_on_disk(path),
                parts=parts(),
            )


def parts() -> tuple[Part, ...]:
    """The libraries with their installed versions, then the material."""
    libraries = tuple(Part(name, installed(name), licence) for name, licence in LIBRARIES)
    return libraries + tuple(Part(name, "", licence) for name, licence in MATERIAL)


def installed(name: str) -> str:
    """The version of an installed library; empty where the bundle does not tell it."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def size_on_disk(path: Path) -> int:
    """How much room a store takes, in bytes; 0 where its file cannot be seen."""
    files = (path, path.with_name(f"{path.name}-wal"))
    return sum(one.stat().st_size for one in files if one.exists())
