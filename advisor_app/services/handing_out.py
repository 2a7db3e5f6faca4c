"""Files that leave the program: what the trail says where one could not be written."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from advisor_app.domain.errors import BadInput
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk


@contextmanager
def unless_written(desk: Desk, deed: Deed) -> Iterator[None]:
    """Record the deed if the file that is written meanwhile is not, or if somebody stops it.

    The reason goes on to whoever asked; a store on the same full disk, which cannot take this line
    either, does not hide it.
    """
    try:
        yield
    except BaseException:
        with suppress(BadInput), desk.writing() as transaction:
            desk.record(transaction, deed)
        raise
