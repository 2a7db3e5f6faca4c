"""How a user likes the window, kept in a file of his own: no store is needed to read it."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from advisor_app.domain.codes import Language
from advisor_app.ui.theme.tokens import Scheme

NORMAL = 100
SMALLEST, LARGEST = 90, 150
_STEP = 10


@dataclass(frozen=True, slots=True)
class Look:
    """`scheme` and `language` are None where the system decides; text is in per cent.

    `language` is that of the last store, for the words before one is open. `still`: nothing moves.
    """

    scheme: Scheme | None = None
    text_percent: int = NORMAL
    dense: bool = False
    discreet: bool = False
    language: Language | None = None
    still: bool = False

    def stepped(self, steps: int) -> "Look":
        """The text larger or smaller by steps of ten per cent, within the limits."""
        return self.with_text(self.text_percent + steps * _STEP)

    def with_text(self, percent: int) -> "Look":
        """The text at a size, within the limits."""
        return replace(self, text_percent=min(max(percent, SMALLEST), LARGEST))


def read_look(path: Path) -> Look:
    """The look kept in a file; what is missing or has no meaning is as the system has it."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Look()
    return _look(kept) if isinstance(kept, dict) else Look()


def keep_look(path: Path, look: Look) -> None:
    """Keep a look; OSError where the file cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{path.name}.half")
    half.write_text(json.dumps(asdict(look), indent=2), encoding="utf-8")
    half.replace(path)


def _look(kept: dict[str, Any]) -> Look:
    percent = kept.get("text_percent")
    look = Look(
        scheme=_one_of(Scheme, kept.get("scheme")),
        dense=kept.get("dense") is True,
        discreet=kept.get("discreet") is True,
        language=_one_of(Language, kept.get("language")),
        still=kept.get("still") is True,
    )
    return look.with_text(percent) if type(percent) is int else look


def _one_of(kind: Any, value: object) -> Any:
    return kind(value) if isinstance(value, str) and value in set(kind) else None
