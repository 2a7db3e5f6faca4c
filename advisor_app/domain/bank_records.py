"""The rows of a bank folder (FORMAT.md, "A bank folder"), checked and in one canonical form.

What reads files (`exchange`) and what invents them (`demo`) both yield these; `services.importing`
writes them. Values are canonical: dates `YYYY-MM-DD`, months `YYYY-MM`, date and time
`YYYY-MM-DDTHH:MM` (wall time of the branch) and decimals with a point as text; whole numbers and
coordinates as numbers; booleans as bool; codes as the values of `domain.codes`; references as
the bank wrote them; None where nothing is known. They are tuples, not dataclasses, because
millions of them pass.
"""

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias


class BranchRecord(NamedTuple):
    """A branch; `opening` is a code of `opening_hours.toml`."""

    ref: str
    name: str
    street: str | None = None
    postal_code: str | None = None
    city: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    zone: str | None = None
    opening: str | None = None


class RoomRecord(NamedTuple):
    """A room of a branch."""

    ref: str
    branch: str
    name: str
    seats: int | None = None
    step_free: bool = False


class AdvisorRecord(NamedTuple):
    """An advisor or a manager."""

    ref: str
    first_name: str | None
    last_name: str
    branch: str | None = None
    email: str | None = None
    phone: str | None = None
    role: str = "advisor"
    capacity_week: int | None = None


class WorkingHoursRecord(NamedTuple):
    """One span of one weekday (1 is Monday); times `HH:MM`."""

    advisor: str
    weekday: int
    from_time: str
    until_time: str


class ClosingDaysRecord(NamedTuple):
    """Days on which a branch or an advisor (just one of the two) is away, both ends included."""

    branch: str | None
    advisor: str | None
    from_day: str
    until_day: str
    reason: str | None = None
    substitute: str | None = None


class ClientRecord(NamedTuple):
    """A client; a company's name stands in `last_name`."""

    ref: str
    kind: str = "person"
    title: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    birth_date: str | None = None
    language: str | None = None
    segment: str | None = None
    household: str | None = None
    branch: str | None = None
    since: str | None = None
    email: str | None = None
    phone: str | None = None
    mobile: str | None = None
    street: str | None = None
    postal_code: str | None = None
    city: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    occupation: str | None = None
    preferred_channel: str | None = None
    preferred_time: str | None = None
    no_contact: bool = False
    no_contact_until: str | None = None
    no_profile: bool = False
    status: str = "active"


class MemberRecord(NamedTuple):
    """A person of a household: a client by reference, or anybody by name."""

    household: str
    client: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    birth_date: str | None = None
    link: str = "other"
    may_know: bool = False


class AssignmentRecord(NamedTuple):
    """A period in which one advisor serves one client; both ends included."""

    client: str
    advisor: str
    from_day: str
    until_day: str | None = None
    announced: str | None = None


class TouchpointRecord(NamedTuple):
    """A contact that happened; `advisors` holds references joined by `|`."""

    ref: str
    client: str
    advisors: str | None
    at: str
    channel: str
    nature: str = "conversation"
    direction: str = "out"
    minutes: int | None = None
    one_to_one: bool = False
    subject: str | None = None
    project: str | None = None
    note: str | None = None


class DigitalRecord(NamedTuple):
    """Counts of one client in one month."""

    client: str
    month: str
    logins: int = 0
    messages: int = 0
    operations: int = 0


class SignalRecord(NamedTuple):
    """A dated fact of the bank's systems."""

    client: str
    code: str
    on: str
    value: str | None = None


class ProjectRecord(NamedTuple):
    """A life project; `target` is a partial date."""

    ref: str
    client: str
    code: str
    status: str = "heard"
    target: str | None = None
    amount: str | None = None
    currency: str | None = None
    noted_on: str | None = None
    source: str | None = None
    note: str | None = None


class ProjectInputRecord(NamedTuple):
    """A known input of one of a project's figures."""

    project: str
    name: str
    value: str | None = None


class ContractRecord(NamedTuple):
    """Something a client holds; `rate` is a ratio: 0.033 is 3.3 %."""

    ref: str
    client: str
    family: str
    opened_on: str | None = None
    ends_on: str | None = None
    amount: str | None = None
    rate: str | None = None
    currency: str | None = None


class ClientFactRecord(NamedTuple):
    """One more fact that a signal's rule needs."""

    client: str
    name: str
    value: str | None = None
    on: str | None = None
    source: str | None = None


class ConsentRecord(NamedTuple):
    """A consent given or refused on a day."""

    client: str
    use: str
    given: bool
    on: str
    source: str | None = None


class AppointmentRecord(NamedTuple):
    """A meeting in the calendar; `clients` holds references joined by `|`."""

    ref: str
    clients: str
    advisor: str
    start: str
    end: str
    place: str = "branch"
    room: str | None = None
    project: str | None = None
    status: str = "confirmed"


class CommitmentRecord(NamedTuple):
    """Something promised."""

    ref: str
    client: str
    by: str
    what: str
    due: str | None = None
    done_on: str | None = None


BankRecord: TypeAlias = (
    BranchRecord
    | RoomRecord
    | AdvisorRecord
    | WorkingHoursRecord
    | ClosingDaysRecord
    | ClientRecord
    | MemberRecord
    | AssignmentRecord
    | TouchpointRecord
    | DigitalRecord
    | SignalRecord
    | ProjectRecord
    | ProjectInputRecord
    | ContractRecord
    | ClientFactRecord
    | ConsentRecord
    | AppointmentRecord
    | CommitmentRecord
)

# By the names of the files, in an order in which every reference points backwards.
RECORD_TYPES: dict[str, type[BankRecord]] = {
    "branches": BranchRecord,
    "rooms": RoomRecord,
    "advisors": AdvisorRecord,
    "working_hours": WorkingHoursRecord,
    "closing_days": ClosingDaysRecord,
    "clients": ClientRecord,
    "members": MemberRecord,
    "assignments": AssignmentRecord,
    "projects": ProjectRecord,
    "project_inputs": ProjectInputRecord,
    "touchpoints": TouchpointRecord,
    "digital": DigitalRecord,
    "signals": SignalRecord,
    "contracts": ContractRecord,
    "client_facts": ClientFactRecord,
    "consents": ConsentRecord,
    "appointments": AppointmentRecord,
    "commitments": CommitmentRecord,
}

# One table's rows as they stream: its name and a batch.
RecordBatch: TypeAlias = tuple[str, Iterable[BankRecord]]
