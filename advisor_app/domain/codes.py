"""The closed vocabularies of PRODUCT.md and FORMAT.md; the value is the word in files and stores."""

from enum import StrEnum


class Language(StrEnum):
    """A language that the program speaks."""

    FR = "fr"
    EN = "en"
    NL = "nl"
    DE = "de"


class Kind(StrEnum):
    """What a client is."""

    PERSON = "person"
    COMPANY = "company"


class Title(StrEnum):
    """How a person is addressed; a person may have none."""

    MR = "mr"
    MRS = "mrs"


class Segment(StrEnum):
    """A group of clients served under the same thresholds; `SENIOR` is an overlay, never stored."""

    YOUTH = "youth"
    MASS = "mass"
    AFFLUENT = "affluent"
    PRIVATE = "private"
    PROFESSIONAL = "professional"
    SENIOR = "senior"


class ClientStatus(StrEnum):
    """Whether a client's file is alive."""

    ACTIVE = "active"
    CLOSED = "closed"
    DECEASED = "deceased"


class Role(StrEnum):
    """What an advisor may see."""

    ADVISOR = "advisor"
    MANAGER = "manager"


class Announced(StrEnum):
    """How a change of advisor was announced to the client."""

    NONE = "none"
    EMAIL = "email"
    LETTER = "letter"
    CALL = "call"
    IN_PERSON = "in_person"


class Channel(StrEnum):
    """The way a contact took."""

    BRANCH = "branch"
    HOME = "home"
    WORKPLACE = "workplace"
    EVENT = "event"
    COUNTER = "counter"
    VIDEO = "video"
    PHONE = "phone"
    LETTER = "letter"
    CARD = "card"
    EMAIL = "email"
    MESSAGE = "message"
    SMS = "sms"


FACE_TO_FACE = frozenset(
    {Channel.BRANCH, Channel.HOME, Channel.WORKPLACE, Channel.EVENT, Channel.COUNTER}
)
LIVE_FROM_AFAR = frozenset({Channel.VIDEO, Channel.PHONE})
WRITTEN = frozenset({Channel.LETTER, Channel.CARD, Channel.EMAIL, Channel.MESSAGE, Channel.SMS})


class Nature(StrEnum):
    """What a contact was."""

    CONVERSATION = "conversation"
    OPERATION = "operation"
    AUTOMATED = "automated"


class Direction(StrEnum):
    """Who began: `IN` is the client, `OUT` the bank."""

    IN = "in"
    OUT = "out"


class Link(StrEnum):
    """How a member of a household is tied to its head."""

    SELF = "self"
    PARTNER = "partner"
    CHILD = "child"
    PARENT = "parent"
    OTHER = "other"


class ProjectStatus(StrEnum):
    """Where a life project stands."""

    HEARD = "heard"
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"
    EXPIRED = "expired"


class ProjectSource(StrEnum):
    """Who brought a life project up."""

    CLIENT = "client"
    SIGNAL = "signal"
    ADVISOR = "advisor"


class ConsentUse(StrEnum):
    """One use that a client agrees to, or not."""

    LETTER = "letter"
    PHONE = "phone"
    EMAIL = "email"
    SMS = "sms"
    MEETING = "meeting"
    HOME_VISIT = "home_visit"
    EVENTS = "events"
    PROXIMITY = "proximity"
    LIFE_EVENTS = "life_events"
    SHARE_IN_HOUSEHOLD = "share_in_household"
    INTRODUCTIONS = "introductions"


class Place(StrEnum):
    """Where an appointment happens."""

    BRANCH = "branch"
    HOME = "home"
    WORKPLACE = "workplace"
    PHONE = "phone"
    VIDEO = "video"


class AppointmentStatus(StrEnum):
    """Where an appointment stands."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    HELD = "held"
    MISSED = "missed"
    CANCELLED = "cancelled"


class Party(StrEnum):
    """Whose commitment it is."""

    BANK = "bank"
    CLIENT = "client"


class Answer(StrEnum):
    """What became of a suggestion; an accepted one waits for a time, and booking it gives it one."""

    ACCEPTED = "accepted"
    BOOKED = "booked"
    LATER = "later"
    NO = "no"
    NOT_SUITABLE = "not_suitable"


class State(StrEnum):
    """A client's presence on a day: exactly one (PRODUCT.md, "Presence")."""

    NEW = "new"
    MET = "met"
    DRIFTING = "drifting"
    VOICE_ONLY = "voice_only"
    ONLINE_ONLY = "online_only"
    SILENT = "silent"


class Flag(StrEnum):
    """A reason to look at a client: any number per client (PRODUCT.md, "Presence")."""

    ONLINE_ONLY = "online_only"
    NOT_INTRODUCED = "not_introduced"
    ERRANDS_ONLY = "errands_only"
    PROJECT_UNATTENDED = "project_unattended"
    UNANSWERED = "unanswered"
    FOLLOW_UP_DUE = "follow_up_due"
    COMMITMENT_DUE = "commitment_due"


class Introduction(StrEnum):
    """How well the present advisor and the client know each other; derived, never stored."""

    UNANNOUNCED = "unannounced"
    ANNOUNCED = "announced"
    PRESENTED = "presented"
    ACQUAINTED = "acquainted"
