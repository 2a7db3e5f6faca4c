"""What the command line may ask of the window's floor, which it must not import."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services


@dataclass(frozen=True, slots=True)
class Screen:
    """Opening the window, and taking a picture of it; both may raise ImportError without Qt."""

    open_window: Callable[[Access], int]
    take_picture: Callable[["Services", Path], None]
