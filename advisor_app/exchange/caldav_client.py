"""A CalDAV server as the program speaks to it (RFC 4791, 6578): verified, capped, never trusted."""

import http.client
import ssl
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from importlib.util import find_spec
from urllib.parse import quote, urljoin, urlsplit
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from advisor_app.domain.calendar_sync import (
    CalendarRefused,
    CalendarUnreachable,
    FoundCalendar,
    NotOverHttps,
    RemoteChanges,
    RemoteEntry,
    WhyUnreachable,
)

TIMEOUT_SECONDS = 20.0
MOST_BYTES = 20 << 20
MOST_REDIRECTS = 5
# How many entries are asked for at once.
AT_ONCE = 50
_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_DAV, _CAL = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}"
_NAME = f".//{_DAV}displayname"
_NAMES = 'xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"'
_GONE = (404, 410)
_CHANGED = 412
_MOVED = (301, 302, 307, 308)
_PARTS = 207
# What a path may hold (RFC 3986, 3.3); `%2F` is not the slash that it stands for.
_AS_IT_IS = "/%:@!$&'()*+,;=~"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said; header names in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class CalDavServer:
    """One account on a server; every question may raise CalendarUnreachable or CalendarRefused."""

    address: str
    account: str
    password: str = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse to send a password in the clear: NotOverHttps, but for this computer itself.

        CalendarUnreachable for what no server can have as its address.
        """
        parts = urlsplit(_joined(self.address, ""))
        if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK):
            return
        raise NotOverHttps(self.address)

    def find_calendars(self) -> tuple[FoundCalendar, ...]:
        """The calendar of the address given, else those of the account that hold appointments."""
        wanted = "<d:displayname/><d:resourcetype/><c:supported-calendar-component-set/>"
        ways = "<d:current-user-principal/><c:calendar-home-set/>"
        own = next(iter(self._found(self.address, wanted + ways, 0)), None)
        if own is not None and _is_calendar(own):
            return (FoundCalendar(self.address, _text(own, _NAME)),)
        principal = _link(own, f"{_DAV}current-user-principal")
        if principal is None:
            raise CalendarUnreachable(WhyUnreachable.NO_CALENDAR)
        at = _joined(self.address, principal)
        home = _link(next(iter(self._found(at, ways, 0)), None), f"{_CAL}calendar-home-set")
        if home is None:
            raise CalendarUnreachable(WhyUnreachable.NO_CALENDAR)
        where = _joined(self.address, home)
        found = tuple(
            FoundCalendar(_joined(self.address, _text(one, f"{_DAV}href")), _text(one, _NAME))
            for one in self._found(where, wanted, 1)
            if _is_calendar(one) and _holds_appointments(one)
        )
        if not found:
            raise CalendarUnreachable(WhyUnreachable.NO_CALENDAR)
        return tuple(sorted(found, key=lambda one: one.address))

    def changes(self, calendar: str, token: str) -> RemoteChanges:
        """What changed since a token, or everything; a token of old begins anew."""
        body = (
            f"<d:sync-collection {_NAMES}><d:sync-token>{escape(token)}</d:sync-token>"
            "<d:sync-level>1</d:sync-level><d:prop><d:getetag/></d:prop></d:sync-collection>"
        )
        answer = self._ask("REPORT", calendar, body, {"Depth": "0"})
        if answer.status != _PARTS and token:
            return self.changes(calendar, "")
        root = _parsed(answer)
        changed: list[str] = []
        gone: list[str] = []
        for one in root.iter(f"{_DAV}response"):
            href = _text(one, f"{_DAV}href")
            status = _text(one, f"{_DAV}status")
            (gone if " 404" in status else changed).append(href)
        entries = tuple(self._entries(calendar, changed))
        return RemoteChanges(_text(root, f"{_DAV}sync-token"), entries, tuple(gone), not token)

    def read(self, href: str) -> RemoteEntry | None:
        """An entry as it is now; None where it is gone."""
        answer = self._ask("GET", href)
        if answer.status in _GONE:
            return None
        self._check(answer)
        return RemoteEntry(href, answer.headers.get("etag", ""), answer.body)

    def write(self, href: str, data: bytes, etag: str | None) -> str | None:
        """Write an entry over the one of an etag, or where none is yet: its etag.

        None where somebody changed it meanwhile; nothing was written then.
        """
        condition = {"If-Match": etag} if etag else {"If-None-Match": "*"}
        headers = {"Content-Type": "text/calendar; charset=utf-8", **condition}
        answer = self._ask("PUT", href, data, headers)
        if answer.status == _CHANGED or (answer.status in _GONE and etag):
            return None
        self._check(answer)
        if "etag" in answer.headers:
            return answer.headers["etag"]
        kept = self.read(href)
        return kept.etag if kept else None

    def remove(self, href: str, etag: str) -> bool:
        """Remove an entry; False where somebody changed it meanwhile."""
        answer = self._ask("DELETE", href, headers={"If-Match": etag})
        if answer.status not in (*_GONE, _CHANGED):
            self._check(answer)
        return answer.status != _CHANGED

    def _entries(self, calendar: str, hrefs: list[str]) -> Iterator[RemoteEntry]:
        wanted = [href for href in hrefs if not href.endswith("/")]
        for at in range(0, len(wanted), AT_ONCE):
            links = "".join(f"<d:href>{escape(one)}</d:href>" for one in wanted[at : at + AT_ONCE])
            body = (
                f"<c:calendar-multiget {_NAMES}><d:prop><d:getetag/><c:calendar-data/></d:prop>"
                f"{links}</c:calendar-multiget>"
            )
            root = _parsed(self._ask("REPORT", calendar, body, {"Depth": "1"}))
            for one in root.iter(f"{_DAV}response"):
                data = one.find(f".//{_CAL}calendar-data")
                if data is not None and data.text:
                    etag = _text(one, f".//{_DAV}getetag")
                    yield RemoteEntry(_text(one, f"{_DAV}href"), etag, data.text.encode())

    def _found(self, address: str, wanted: str, depth: int) -> list[ET.Element]:
        body = f"<d:propfind {_NAMES}><d:prop>{wanted}</d:prop></d:propfind>"
        answer = self._ask("PROPFIND", address, body, {"Depth": str(depth)})
        return list(_parsed(answer).iter(f"{_DAV}response"))

    def _ask(
        self,
        method: str,
        address: str,
        body: str | bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """One question, following redirects within the same server."""
        data = body.encode() if isinstance(body, str) else body
        kind = {"Content-Type": "application/xml; charset=utf-8"} if isinstance(body, str) else {}
        at = _joined(self.address, address)
        for _ in range(MOST_REDIRECTS):
            answer = self._once(method, at, data, {**kind, **(headers or {})})
            if answer.status not in _MOVED:
                break
            at = _joined(at, answer.headers.get("location", ""))
        if answer.status == 401 or (answer.status == 403 and b"sync-token" not in answer.body):  # noqa: PLR2004 HTTP's own numbers
            raise CalendarRefused(self.account)
        return answer

    def _once(
        self, method: str, address: str, data: bytes | None, headers: Mapping[str, str]
    ) -> Answer:
        mine, there = urlsplit(self.address), urlsplit(address)
        if (there.scheme, there.netloc) != (mine.scheme, mine.netloc):
            # The password is for the server that was named, and for no other.
            raise CalendarUnreachable(WhyUnreachable.ELSEWHERE)
        secret = b64encode(f"{self.account}:{self.password}".encode()).decode()
        path = quote(there.path or "/", _AS_IT_IS) + (there.query and f"?{there.query}")
        connection = self._connection(there.hostname or "", there.port)
        try:
            connection.request(method, path, data, {"Authorization": f"Basic {secret}", **headers})
            found = connection.getresponse()
            body = found.read(MOST_BYTES + 1)
        except ssl.SSLCertVerificationError:
            raise CalendarUnreachable(WhyUnreachable.CERTIFICATE) from None
        except (OSError, http.client.HTTPException):
            raise CalendarUnreachable(WhyUnreachable.NO_ANSWER) from None
        finally:
            connection.close()
        if len(body) > MOST_BYTES:
            raise CalendarUnreachable(WhyUnreachable.NO_CALENDAR)
        return Answer(found.status, {k.lower(): v for k, v in found.getheaders()}, body)

    def _connection(self, host: str, port: int | None) -> http.client.HTTPConnection:
        if urlsplit(self.address).scheme == "http":
            return http.client.HTTPConnection(host, port, timeout=TIMEOUT_SECONDS)
        return http.client.HTTPSConnection(
            host, port, timeout=TIMEOUT_SECONDS, context=verified_tls()
        )

    def _check(self, answer: Answer) -> None:
        if not 200 <= answer.status < 300:  # noqa: PLR2004 what HTTP calls success
            raise CalendarUnreachable(WhyUnreachable.NO_CALENDAR)


def trusts_computer() -> bool:
    """Whether the certificates that the computer itself trusts hold: with the extra `caldav`."""
    return find_spec("truststore") is not None


def verified_tls() -> ssl.SSLContext:
    """TLS that verifies: by the computer's own certificates with the extra `caldav`."""
    try:
        context: ssl.SSLContext = import_module("truststore").SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    except ImportError:
        return ssl.create_default_context()
    return context


def _joined(base: str, link: str) -> str:
    """Where a link leads; CalendarUnreachable where it, or its port, makes no sense."""
    try:
        found = urljoin(base, link)
        _port = urlsplit(found).port
    except ValueError:
        raise CalendarUnreachable(WhyUnreachable.NO_CALENDAR) from None
    return found


def _parsed(answer: Answer) -> ET.Element:
    """The XML of an answer; without any declaration of entities, which could grow without end."""
    if answer.status != _PARTS:
        raise CalendarUnreachable(WhyUnreachable.NO_CALENDAR)
    try:
        text = answer.body.decode("utf-8")
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            raise CalendarUnreachable(WhyUnreachable.NO_CALENDAR)
        return ET.fromstring(text)  # noqa: S314 no DOCTYPE comes this far
    except (ValueError, ET.ParseError, RecursionError):
        raise CalendarUnreachable(WhyUnreachable.NO_CALENDAR) from None


def _is_calendar(response: ET.Element) -> bool:
    return response.find(f".//{_DAV}resourcetype/{_CAL}calendar") is not None


def _holds_appointments(response: ET.Element) -> bool:
    """Whether a calendar is no mere list of tasks; without a word of it, it holds everything."""
    told = response.find(f".//{_CAL}supported-calendar-component-set")
    parts = [] if told is None else [one.get("name") for one in told.iter(f"{_CAL}comp")]
    return not parts or "VEVENT" in parts


def _link(response: ET.Element | None, name: str) -> str | None:
    found = None if response is None else response.find(f".//{name}/{_DAV}href")
    return None if found is None else (found.text or "").strip()


def _text(element: ET.Element, path: str) -> str:
    return (element.findtext(path) or "").strip()
