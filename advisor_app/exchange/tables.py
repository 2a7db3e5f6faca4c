"""The files of a bank folder, column by column (FORMAT.md, "A bank folder").

The columns stand in the order of the fields of their record in `domain.bank_records`; a test holds
the two together, and `docs/data-format.md` with them.
"""

from advisor_app.exchange.columns import Column, Form, Table


def _ref(name: str = "ref") -> Column:
    return Column(name, Form.REF, required=True)


def _to(table: str, name: str, *, required: bool = True) -> Column:
    return Column(name, Form.REF, required=required, refers=table)


def _code(name: str, codes: str, default: str | None = None, *, required: bool = False) -> Column:
    return Column(name, Form.CODE, required=required, default=default, codes=codes)


def _texts(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name) for name in names)


def _dates(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, Form.DATE) for name in names)


def _flag(name: str) -> Column:
    return Column(name, Form.BOOLEAN, default=False)


_CLIENT = _to("clients", "client")
_FROM = Column("from", Form.DATE, required=True)
_ON = Column("on", Form.DATE, required=True)
_COUNTRY = Column("country", Form.COUNTRY)
_CURRENCY = Column("currency", Form.CURRENCY)
_PLACE = (Column("latitude", Form.LATITUDE), Column("longitude", Form.LONGITUDE))
_ADDRESS = (*_texts("street", "postal_code", "city"), _COUNTRY, *_PLACE)
_COUNTS = tuple(
    Column(name, Form.WHOLE, default=0) for name in ("logins", "messages", "operations")
)

_ALL = (
    Table(
        "branches",
        (
            _ref(),
            Column("name", required=True),
            *_ADDRESS,
            Column("zone", Form.ZONE),
            _code("opening", "opening"),
        ),
        ("ref",),
    ),
    Table(
        "rooms",
        (
            _ref(),
            _to("branches", "branch"),
            Column("name", required=True),
            Column("seats", Form.WHOLE),
            _flag("step_free"),
        ),
        ("ref",),
    ),
    Table(
        "advisors",
        (
            _ref(),
            Column("first_name"),
            Column("last_name", required=True),
            _to("branches", "branch", required=False),
            *_texts("email", "phone"),
            _code("role", "role", "advisor"),
            Column("capacity_week", Form.WHOLE),
        ),
        ("ref",),
    ),
    Table(
        "working_hours",
        (
            _to("advisors", "advisor"),
            Column("weekday", Form.WHOLE, required=True, low=1, high=7),
            Column("from", Form.TIME, required=True),
            Column("until", Form.TIME, required=True),
        ),
        ("advisor", "weekday", "from"),
    ),
    Table(
        "closing_days",
        (
            _to("branches", "branch", required=False),
            _to("advisors", "advisor", required=False),
            _FROM,
            Column("until", Form.DATE, required=True),
            Column("reason"),
            _to("advisors", "substitute", required=False),
        ),
        ("branch", "advisor", "from"),
    ),
    Table(
        "clients",
        (
            _ref(),
            _code("kind", "kind", "person"),
            _code("title", "title"),
            *_texts("first_name", "last_name"),
            Column("birth_date", Form.BIRTH),
            _code("language", "language"),
            _code("segment", "segment"),
            Column("household"),
            _to("branches", "branch", required=False),
            Column("since", Form.DATE),
            *_texts("email", "phone", "mobile"),
            *_ADDRESS,
            Column("occupation"),
            _code("preferred_channel", "channel"),
            Column("preferred_time"),
            _flag("no_contact"),
            Column("no_contact_until", Form.DATE),
            _flag("no_profile"),
            _code("status", "client_status", "active"),
        ),
        ("ref",),
    ),
    Table(
        "members",
        (
            Column("household", required=True),
            _to("clients", "client", required=False),
            *_texts("first_name", "last_name"),
            Column("birth_date", Form.BIRTH),
            _code("link", "link", "other"),
            _flag("may_know"),
        ),
        ("household", "client", "first_name", "last_name", "birth_date"),
    ),
    Table(
        "assignments",
        (
            _CLIENT,
            _to("advisors", "advisor"),
            _FROM,
            Column("until", Form.DATE),
            _code("announced", "announced"),
        ),
        ("client", "from"),
    ),
    Table(
        "projects",
        (
            _ref(),
            _CLIENT,
            _code("code", "project", required=True),
            _code("status", "project_status", "heard"),
            Column("target", Form.PARTIAL_DATE),
            Column("amount", Form.DECIMAL),
            _CURRENCY,
            Column("noted_on", Form.DATE),
            _code("source", "project_source"),
            Column("note"),
        ),
        ("ref",),
    ),
    Table(
        "project_inputs",
        (_to("projects", "project"), Column("name", required=True), Column("value")),
        ("project", "name"),
    ),
    Table(
        "touchpoints",
        (
            _ref(),
            _CLIENT,
            Column("advisor", Form.REFS, refers="advisors"),
            Column("at", Form.MOMENT, required=True),
            _code("channel", "channel", required=True),
            _code("nature", "nature", "conversation"),
            _code("direction", "direction", "out"),
            Column("minutes", Form.WHOLE),
            _flag("one_to_one"),
            Column("subject"),
            Column("project", Form.PROJECT),
            Column("note"),
        ),
        ("ref",),
    ),
    Table(
        "digital",
        (_CLIENT, Column("month", Form.MONTH, required=True), *_COUNTS),
        ("client", "month"),
    ),
    Table(
        "digital_events",
        (_CLIENT, _ON, _code("kind", "digital_kind", required=True)),
        (),
    ),
    Table(
        "signals",
        (_CLIENT, _code("code", "signal", required=True), _ON, Column("value")),
        ("client", "code", "on"),
    ),
    Table(
        "contracts",
        (
            _ref(),
            _CLIENT,
            _code("family", "family", required=True),
            *_dates("opened_on", "ends_on"),
            Column("amount", Form.DECIMAL),
            Column("rate", Form.DECIMAL),
            _CURRENCY,
        ),
        ("ref",),
    ),
    Table(
        "client_facts",
        (
            _CLIENT,
            Column("name", required=True),
            Column("value"),
            Column("on", Form.DATE),
            Column("source"),
        ),
        ("client", "name", "on"),
    ),
    Table(
        "consents",
        (
            _CLIENT,
            _code("use", "consent_use", required=True),
            Column("given", Form.BOOLEAN, default=False),
            _ON,
            Column("source"),
        ),
        ("client", "use", "on"),
    ),
    Table(
        "appointments",
        (
            _ref(),
            Column("client", Form.REFS, required=True, refers="clients"),
            _to("advisors", "advisor"),
            Column("start", Form.DATE_TIME, required=True),
            Column("end", Form.DATE_TIME, required=True),
            _code("place", "place", "branch"),
            _to("rooms", "room", required=False),
            Column("project", Form.PROJECT),
            _code("status", "appointment_status", "confirmed"),
        ),
        ("ref",),
    ),
    Table(
        "commitments",
        (
            _ref(),
            _CLIENT,
            _code("by", "party", required=True),
            Column("what", required=True),
            *_dates("due", "done_on"),
        ),
        ("ref",),
    ),
)

# By name, in an order in which every reference points backwards.
TABLES = {table.name: table for table in _ALL}
