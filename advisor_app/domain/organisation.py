"""Who serves, and where."""

from dataclasses import dataclass

from advisor_app.domain.codes import Role
from advisor_app.domain.keys import Key
from advisor_app.domain.names import spoken_name


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch; `opening` is a code of `opening_hours.toml`, `zone` an IANA name."""

    key: Key
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


@dataclass(frozen=True, slots=True)
class Advisor:
    """An advisor, or a manager."""

    key: Key
    ref: str
    first_name: str | None
    last_name: str
    branch: Key | None = None
    email: str | None = None
    phone: str | None = None
    role: Role = Role.ADVISOR
    capacity_week: int | None = None

    @property
    def name(self) -> str:
        """First and last name, as on a letter."""
        return spoken_name(self.first_name, self.last_name)
