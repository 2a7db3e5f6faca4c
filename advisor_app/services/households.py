"""Clients join and leave households by hand; every edit can be taken back exactly."""

from advisor_app.domain.client_edits import ClientFile
from advisor_app.domain.codes import Link
from advisor_app.domain.households import (
    HouseholdChanged,
    HouseholdEdit,
    HouseholdState,
    LivesAlone,
    LivesWithOthers,
    MemberDraft,
    Membership,
    TogetherAlready,
    check_member,
    turned,
)
from advisor_app.domain.keys import Key, new_key
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.services.parties import file_named
from advisor_app.storage import households as keeping
from advisor_app.storage.client_erasure import reference_of_key
from advisor_app.storage.store import Transaction


class Households:
    """Keeps who lives and decides together."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def join(
        self, ref: str, other: str, link: Link = Link.OTHER, *, may_know: bool = False
    ) -> HouseholdEdit:
        """Let a client join the household of another, which is made where he has none.

        `link` ties him to its head. Raises ClientGone, MergedAway, TogetherAlready, and
        LivesWithOthers where he would leave somebody behind.
        """
        with self._desk.writing() as transaction:
            one, two = file_named(transaction, ref), file_named(transaction, other)
            old, home = (keeping.home_of(transaction, file.key) for file in (one, two))
            if one.key == two.key or (old is not None and old == home):
                raise TogetherAlready(ref, other)
            if old is not None and _others(transaction, old, one.key):
                raise LivesWithOthers(ref)
            before = keeping.state_of(transaction, (one.key, two.key), ())
            home = home or _founded(transaction, two)
            _enter_clients(transaction, home)
            keeping.leave(transaction, one.key)
            keeping.settle_client(transaction, one.key, home)
            made = _as_client(one.key, one.branch, home, link, may_know=may_know)
            keeping.add_member(transaction, made)
            if link is Link.SELF:
                _let_head(transaction, home, one.key, Link.OTHER)
            after = keeping.state_of(transaction, (one.key, two.key), _homes(before))
            return self._done(transaction, "household joined", one, before, after)

    def leave(self, ref: str) -> HouseholdEdit:
        """Take a client out of his household; another one becomes its head where he was.

        Raises ClientGone, MergedAway, and LivesAlone where no other client is of it.
        """
        with self._desk.writing() as transaction:
            one = file_named(transaction, ref)
            home = keeping.home_of(transaction, one.key)
            if home is None or len(keeping.clients_of(transaction, home)) == 1:
                raise LivesAlone(ref)
            before = keeping.state_of(transaction, (one.key,), ())
            keeping.leave(transaction, one.key)
            _enter_clients(transaction, home)
            after = keeping.state_of(transaction, (one.key,), (home,))
            return self._done(transaction, "household left", one, before, after)

    def add(self, ref: str, draft: MemberDraft) -> HouseholdEdit:
        """Enter a person who is no client in a client's household.

        Raises ClientGone, MergedAway, and what `check_member` raises.
        """
        check_member(draft, self._desk.today())
        with self._desk.writing() as transaction:
            one = file_named(transaction, ref)
            before = keeping.state_of(transaction, (one.key,), ())
            home = keeping.home_of(transaction, one.key) or _founded(transaction, one)
            _enter_clients(transaction, home)
            names = (draft.first_name, draft.last_name, draft.birth_date)
            made = Membership(new_key(), one.branch, home, None, *names, draft.link, draft.may_know)
            keeping.add_member(transaction, made)
            after = keeping.state_of(transaction, (one.key,), _homes(before))
            return self._done(transaction, "person added to household", one, before, after)

    def remove(self, ref: str, member: Key) -> HouseholdEdit:
        """Take a person who is no client out of a client's household.

        Raises ClientGone, MergedAway, and HouseholdChanged where the person is no longer of it.
        """
        with self._desk.writing() as transaction:
            one = file_named(transaction, ref)
            before = keeping.state_of(transaction, (one.key,), ())
            if not any(each.key == member and each.client is None for each in before.members):
                raise HouseholdChanged(ref)
            keeping.remove_member(transaction, member)
            after = keeping.state_of(transaction, (one.key,), _homes(before))
            return self._done(transaction, "person removed from household", one, before, after)

    def tie(self, ref: str, member: Key, link: Link) -> HouseholdEdit:
        """Say how a person of a client's household is tied to its head; a new head turns ties round.

        Raises ClientGone, MergedAway, and HouseholdChanged where the person is no longer of it.
        """
        with self._desk.writing() as transaction:
            one = file_named(transaction, ref)
            before = keeping.state_of(transaction, (one.key,), ())
            found = keeping.find_member(transaction, member)
            if found is None or found.key not in {each.key for each in before.members}:
                raise HouseholdChanged(ref)
            keeping.tie(transaction, member, link)
            if link is Link.SELF:
                _let_head(transaction, found.household, found.client, turned(found.link), member)
            after = keeping.state_of(transaction, (one.key,), _homes(before))
            return self._done(transaction, "household changed", one, before, after)

    def take_back(self, edit: HouseholdEdit) -> None:
        """Put a household back as it was; HouseholdChanged where somebody changed it since."""
        with self._desk.writing() as transaction:
            one = file_named(transaction, edit.ref)
            clients = [key for key, _ in edit.after.homes]
            now = keeping.state_of(transaction, clients, _homes(edit.before) | _homes(edit.after))
            if now != edit.after:
                raise HouseholdChanged(edit.ref)
            keeping.put_back(transaction, edit.before, edit.after)
            self._told(transaction, "household put back", one, clients)

    def _done(
        self,
        transaction: Transaction,
        action: str,
        one: ClientFile,
        before: HouseholdState,
        after: HouseholdState,
    ) -> HouseholdEdit:
        self._told(transaction, action, one, [key for key, _ in after.homes])
        return HouseholdEdit(one.ref, before, after)

    def _told(
        self, transaction: Transaction, action: str, one: ClientFile, clients: list[Key]
    ) -> None:
        """An entry for each client, and one for the lists, whose rows are others now."""
        for key in clients:
            detail: dict[str, str | int | list[str]] = {"with": one.ref} if key != one.key else {}
            subject = reference_of_key(transaction, key)
            self._desk.record(transaction, Deed(action, subject, client=key, detail=detail))
        self._desk.record(transaction, Deed(action, one.ref))


def _founded(transaction: Transaction, one: ClientFile) -> Key:
    """A household whose only client is this one."""
    home = keeping.make_household(transaction)
    keeping.settle_client(transaction, one.key, home)
    return home


def _enter_clients(transaction: Transaction, home: Key) -> None:
    """Enter the clients of a household who were not, and let it have a head."""
    members = keeping.members_of(transaction, [home])
    entered = {one.client for one in members}
    for key, branch in keeping.clients_of(transaction, home):
        if key not in entered:
            made = _as_client(key, branch, home, Link.OTHER, may_know=False)
            keeping.add_member(transaction, made)
            members.append(made)
    order = list(Link)
    clients = [one for one in members if one.client is not None]
    if clients and not any(one.link is Link.SELF for one in members):
        head = min(clients, key=lambda one: (order.index(one.link), one.key))
        keeping.tie(transaction, head.key, Link.SELF)


def _let_head(
    transaction: Transaction,
    home: Key,
    client: Key | None,
    former: Link,
    member: Key | None = None,
) -> None:
    """Tie who was the head so far to the new one."""
    for one in keeping.members_of(transaction, [home]):
        new = one.key == member or (client is not None and one.client == client)
        if one.link is Link.SELF and not new:
            keeping.tie(transaction, one.key, former)


def _others(transaction: Transaction, home: Key, key: Key) -> bool:
    """Whether anybody else is of a household."""
    clients = any(one != key for one, _ in keeping.clients_of(transaction, home))
    return clients or any(one.client != key for one in keeping.members_of(transaction, [home]))


def _homes(state: HouseholdState) -> set[Key]:
    homes = {home for _, home in state.homes if home is not None}
    return homes | {one.household for one in state.members}


def _as_client(key: Key, branch: Key, home: Key, link: Link, *, may_know: bool) -> Membership:
    return Membership(new_key(), branch, home, key, None, None, None, link, may_know)
