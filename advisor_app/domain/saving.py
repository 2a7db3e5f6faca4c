"""Why a paper could not be saved."""

from dataclasses import dataclass
from enum import StrEnum

from advisor_app.domain.errors import BadInput


class SavingProblem(StrEnum):
    """What stands in the way of a file."""

    READ_ONLY = "read_only"
    NO_FOLDER = "no_folder"
    IS_FOLDER = "is_folder"
    NO_FILE = "no_file"
    DISK_FULL = "disk_full"
    TOO_LARGE = "too_large"
    NAME_TOO_LONG = "name_too_long"
    OUT_OF_REACH = "out_of_reach"
    FAULTY = "faulty"
    IN_USE = "in_use"
    OTHER = "other"


@dataclass(eq=False)
class CannotSave(BadInput):
    """A file could not be written; what stood there before is untouched."""

    path: str
    problem: SavingProblem
    detail: str = ""
