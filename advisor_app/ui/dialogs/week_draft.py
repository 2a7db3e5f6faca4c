"""The plan of a week as it stands between two changes, and what its rows say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from advisor_app.domain.agenda import Stretch, WeekPlan, kept_around, minutes_of
from advisor_app.domain.booking import kind_of
from advisor_app.domain.codes import Place
from advisor_app.domain.moments import Moment
from advisor_app.i18n import _, language
from advisor_app.i18n.formats import clock, long_date
from advisor_app.i18n.suggestion_wording import suggestion_sentence, who_is
from advisor_app.i18n.today_words import capitalised
from advisor_app.i18n.week_words import form_text, left_text, time_text
from advisor_app.i18n.wording import sentence
from advisor_app.playbooks.meeting_types import meeting_kinds
from advisor_app.playbooks.suggestions import playbooks
from advisor_app.ui.parts.week import FreeBlock, Wished

if TYPE_CHECKING:
    from advisor_app.domain.keys import Key
    from advisor_app.domain.suggestions.suggestion import Named, Suggestion
    from advisor_app.domain.week_proposal import (
        LeftOut,
        PlannedMeeting,
        WeekCheck,
        WeekProposal,
    )

# The forms that an appointment takes without anybody else; a three-way meeting stays one.
_FORMS = (
    "branch_meeting",
    "home_visit",
    "workplace_visit",
    "phone_meeting",
    "video_meeting",
)
_MARKS = {
    Place.BRANCH: "calendar-check",
    Place.HOME: "house",
    Place.WORKPLACE: "store",
    Place.PHONE: "phone",
    Place.VIDEO: "monitor",
}


class RowWords(NamedTuple):
    """What one row says; `start` is None for somebody who is met another week."""

    ref: str
    name: str
    start: Moment | None
    icon: str
    about: str
    why: str
    why_then: str
    refusal: str

    @property
    def said(self) -> str:
        """All of it on one line, as a screen reader says it."""
        when = (
            _("{day} at {time}").format(
                day=capitalised(long_date(self.start.day)), time=clock(self.start.clock)
            )
            if self.start
            else _("Another week")
        )
        parts = (when, self.name, self.about, self.why, self.why_then, self.refusal)
        return ". ".join(part.rstrip(".") for part in parts if part) + "."


@dataclass(frozen=True, slots=True)
class WeekDraft:
    """A proposal with what booking says of it, the week that it fills, and how people are called.

    `names` are those of the projects that the week's meetings are about.
    """

    proposal: "WeekProposal"
    check: "WeekCheck"
    plan: WeekPlan
    names: Mapping[str, str]
    named: "Mapping[Key, Named]"
    today: date

    def name(self, suggestion: "Suggestion") -> str:
        """How the client of a suggestion is called."""
        return self.named[suggestion.client].name

    def find(self, ref: str) -> "PlannedMeeting | None":
        """The meeting of a client."""
        return next((one for one in self.proposal.meetings if one.suggestion.ref == ref), None)

    def suggestion(self, ref: str) -> "Suggestion | None":
        """What is suggested for a client, met this week or not."""
        met = [one.suggestion for one in self.proposal.meetings]
        every = (*met, *(one.suggestion for one in self.proposal.left))
        return next((one for one in every if one.ref == ref), None)

    def rows(self) -> list[RowWords]:
        """Who is met, in order of time."""
        refused = dict(self.check.refused)
        said = {ref: sentence(error) for ref, error in refused.items()}
        return [
            _meeting_row(self, one, said.get(one.suggestion.ref, ""))
            for one in self.proposal.meetings
        ]

    def left(self) -> list[RowWords]:
        """Who is met another week."""
        return [_left_row(self, one) for one in self.proposal.left]

    def times(self, ref: str) -> Iterator[tuple[str, tuple[Moment, str]]]:
        """When a client can come: each time in words, with whoever would give it up, or nobody."""
        own = self.find(ref)
        taken = {one.start.utc: one.suggestion for one in self.proposal.meetings}
        starts = {start.utc: start for start in self.proposal.times}
        starts.update({one.start.utc: one.start for one in self.proposal.meetings})
        for utc in sorted(starts):
            other = taken.get(utc)
            holder = other.ref if other is not None and other.ref != ref else ""
            words = _time_words(starts[utc], self.name(other) if other and holder else "", own)
            yield words, (starts[utc], holder)

    def forms(self, ref: str) -> list[tuple[str, str]]:
        """The forms that a client can be met in: name and code."""
        rituals = playbooks().rituals
        suggestion = self.suggestion(ref)
        own = [suggestion.ritual] if suggestion is not None else []
        codes = dict.fromkeys((*own, *_FORMS))
        return [(rituals[code].label.in_language(language()), code) for code in codes]

    def blocks(self, chosen: str) -> tuple[FreeBlock, ...]:
        """The meetings on the week, without the one in front."""
        return tuple(
            FreeBlock(one.start.day, _stretch(one), *[self.name(one.suggestion)] * 2)
            for one in self.proposal.meetings
            if one.suggestion.ref != chosen
        )

    def wished(self, chosen: str) -> Wished | None:
        """The meeting in front, with the time that it keeps around it."""
        one = self.find(chosen)
        if one is None:
            return None
        when = _stretch(one)
        kept = kept_around("", when, kind_of(meeting_kinds(), one.place, one.minutes))
        return Wished(one.start.day, when, self.name(one.suggestion), kept)

    def at(self, day: date, minute: int) -> str:
        """Whose planned meeting holds a minute of a day; empty for nobody's."""
        here = (
            one.suggestion.ref
            for one in self.proposal.meetings
            if one.start.day == day and _stretch(one).holds(minute)
        )
        return next(here, "")


def _meeting_row(draft: WeekDraft, one: "PlannedMeeting", refusal: str) -> RowWords:
    suggestion = one.suggestion
    return RowWords(
        ref=suggestion.ref,
        name=draft.name(suggestion),
        start=one.start,
        icon=_MARKS[one.place],
        about=form_text(one, playbooks()),
        why=_because(draft, suggestion),
        why_then=time_text(one.why),
        refusal=refusal,
    )


def _left_row(draft: WeekDraft, one: "LeftOut") -> RowWords:
    suggestion = one.suggestion
    return RowWords(
        ref=suggestion.ref,
        name=draft.name(suggestion),
        start=None,
        icon=_MARKS[suggestion.place or Place.BRANCH],
        about=left_text(one.why),
        why=_because(draft, suggestion),
        why_then="",
        refusal="",
    )


def _because(draft: WeekDraft, suggestion: "Suggestion") -> str:
    name = draft.named[suggestion.client]
    who = who_is(name.kind, name.title)
    return suggestion_sentence(suggestion, who, draft.today, playbooks())


def _time_words(start: Moment, holder: str, own: "PlannedMeeting | None") -> str:
    when = _("{day} at {time}").format(
        day=capitalised(long_date(start.day)), time=clock(start.clock)
    )
    if not holder:
        return when
    if own is None:
        return _("{when}, in the place of {name}").format(when=when, name=holder)
    return _("{when}, changing places with {name}").format(when=when, name=holder)


def _stretch(one: "PlannedMeeting") -> Stretch:
    start = minutes_of(one.start.clock)
    return Stretch(start, start + one.minutes)
