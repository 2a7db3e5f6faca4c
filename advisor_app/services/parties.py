"""Finding who and what a booking or a note names, or refusing with the name."""

from collections.abc import Sequence

from advisor_app.domain.briefing import NobodyServes
from advisor_app.domain.client_edits import ClientFile, ClientGone
from advisor_app.domain.client_rights import MergedAway
from advisor_app.domain.errors import AmbiguousProject, NoSuchAdvisor, NoSuchClient, NoSuchProject
from advisor_app.domain.keys import Key
from advisor_app.domain.organisation import Advisor
from advisor_app.services.desk import Desk
from advisor_app.storage.client_edits import find_file
from advisor_app.storage.client_erasure import merged_into, reference_of_key
from advisor_app.storage.organisation import find_advisor, read_advisor
from advisor_app.storage.parties import (
    MetClient,
    find_met_client,
    find_projects,
    present_advisor,
)
from advisor_app.storage.store import Transaction


def client_named(transaction: Transaction, ref: str) -> MetClient:
    """The client of a reference; NoSuchClient."""
    met = find_met_client(transaction, ref)
    if met is None:
        raise NoSuchClient(ref)
    return met


def file_named(transaction: Transaction, ref: str) -> ClientFile:
    """The file of a reference that stands for itself; ClientGone, or MergedAway."""
    file = find_file(transaction, ref)
    if file is None:
        raise ClientGone(ref)
    into = merged_into(transaction, file.key)
    if into is not None:
        raise MergedAway(ref, reference_of_key(transaction, into))
    return file


def advisor_named(transaction: Transaction, desk: Desk, ref: str | None, met: MetClient) -> Advisor:
    """The advisor of a reference, else the client's present one, else whoever works here.

    Raises NoSuchAdvisor or NobodyServes.
    """
    if ref is not None:
        named = find_advisor(transaction, ref)
        if named is None:
            raise NoSuchAdvisor(ref)
        return named
    serving = present_advisor(transaction, met.key, desk.today())
    if serving is not None:
        return read_advisor(transaction, serving)
    if desk.advisor is None:
        raise NobodyServes(met.ref)
    return desk.advisor


def project_named(transaction: Transaction, clients: Sequence[Key], told: str | None) -> Key | None:
    """The project of a reference, or the clients' only heard or open one of a code.

    Raises NoSuchProject or AmbiguousProject.
    """
    if told is None:
        return None
    found = find_projects(transaction, clients, told)
    if not found:
        raise NoSuchProject(told)
    if len(found) > 1:
        raise AmbiguousProject(told)
    return found[0]
