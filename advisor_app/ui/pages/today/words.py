"""A suggestion becomes the words of its row."""

from datetime import date

from advisor_app.domain.people import of_age
from advisor_app.domain.portfolio import PortfolioRow
from advisor_app.domain.thread import whole_months
from advisor_app.domain.today import SuggestionCard
from advisor_app.i18n import _
from advisor_app.i18n.people_words import ages, joint_name
from advisor_app.i18n.portfolio_words import project_with_date
from advisor_app.i18n.today_words import client_since, not_introduced_tag, seen_tag
from advisor_app.ui.pages.today.suggestion_row import SuggestionWords, TagWords
from advisor_app.ui.parts.presence import glyph_of
from advisor_app.ui.parts.requests import Whom
from advisor_app.ui.parts.suggested import ritual_words, why_words
from advisor_app.ui.parts.tags import Tint

_ATTENTIONS = {"handwritten_card", "condolence_letter", "small_gift"}
_CALLS = {"phone_meeting", "courtesy_call"}


def row_words(card: SuggestionCard, today: date, names: dict[str, str]) -> SuggestionWords:
    """What the row of one suggestion says."""
    row = card.row
    one = card.suggestion
    action, icon = action_words(one.ritual)
    people = of_age(row.clients, today)
    return SuggestionWords(
        whom=Whom(row.key, joint_name(row.clients), people, one.project, one.minutes or None, one),
        about=about(row, today),
        sentence=why_words(one, row.clients, today),
        tags=tags(card, today, names),
        ritual=one.ritual,
        ritual_label=ritual_words(one.ritual),
        action=action,
        action_icon=icon,
        books=one.ritual not in _ATTENTIONS,
    )


def about(row: PortfolioRow, today: date) -> str:
    """Age, and client since when."""
    parts = (ages(row.clients, today), client_since(row.clients, row.since))
    return " · ".join(part for part in parts if part)


def tags(card: SuggestionCard, today: date, names: dict[str, str]) -> tuple[TagWords, ...]:
    """The presence, then the project."""
    row = card.row
    met = row.last_meeting
    glyph = glyph_of(row.state, not_introduced=row.not_introduced)
    if row.not_introduced:
        words, tint = not_introduced_tag(row.clients, ever_met=met is not None), Tint.WARN
    else:
        months = None if met is None else whole_months(met, today)
        words = seen_tag(row.clients, row.state, months)
        far = glyph.value in {"online_only", "silent"}
        tint = Tint.WARN if far else Tint.PLAIN
    found = [TagWords(words, tint, presence=glyph)]
    subject = card.suggestion.subject
    brief = next((one for one in row.projects if one.code == subject), None)
    name = project_with_date(names.get(subject, subject), brief.when if brief else None)
    return (*found, TagWords(name, Tint.PROJECT, "flag"))


def action_words(ritual: str) -> tuple[str, str]:
    """What the row's button does, and its icon."""
    if ritual in _CALLS:
        return _("Plan the call"), "phone"
    if ritual == "video_meeting":
        return _("Plan the video meeting"), "monitor"
    if ritual in _ATTENTIONS:
        return _("Note that it was sent"), "mail"
    if ritual == "event_invitation":
        return _("Note the invitation"), "ticket"
    if ritual == "branch_greeting":
        return _("Note the greeting"), "door-open"
    return _("Suggest a meeting"), "calendar-plus"
