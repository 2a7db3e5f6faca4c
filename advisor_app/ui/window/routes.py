"""Where the window is, and the ways back and forward."""

from dataclasses import dataclass, field

from advisor_app.ui.parts.requests import About


@dataclass(frozen=True, slots=True)
class Route:
    """A page, and what it is about."""

    page: str
    about: About = None


@dataclass(slots=True)
class Trail:
    """The pages that were visited; a new one cuts off what lay ahead."""

    visited: list[Route] = field(default_factory=list)
    place: int = -1

    def go(self, route: Route) -> None:
        """Visit a page; the same one again leaves no second step."""
        if self.place >= 0 and self.visited[self.place] == route:
            return
        self.visited = [*self.visited[: self.place + 1], route]
        self.place += 1

    def turn(self, route: Route) -> None:
        """Visit a page in place of the one in front."""
        self.visited[self.place] = route

    def step(self, by: int) -> Route | None:
        """The page back or forward, or None at the ends."""
        if not 0 <= self.place + by < len(self.visited):
            return None
        self.place += by
        return self.visited[self.place]

    def before(self) -> Route | None:
        """The page that a step back returns to."""
        return self.visited[self.place - 1] if self.place > 0 else None
