"""The word after a meeting, from what was ticked: no products, and no word of the note itself.

What the client must name first, and grief, are not named on paper: their line stays to be filled
in by hand, like everything that is not known.
"""

from dataclasses import replace

from advisor_app.domain.codes import Language, Party, ProjectStatus
from advisor_app.domain.commitments import Commitment
from advisor_app.domain.letters import MeetingSummary
from advisor_app.domain.life_projects import LifeProject, Tone
from advisor_app.domain.meeting_kept import MeetingKept
from advisor_app.domain.project_edits import ProjectDraft
from advisor_app.i18n import _, language, speaking
from advisor_app.i18n.formats import long_date, money, target_date
from advisor_app.i18n.record_words import stage_label
from advisor_app.playbooks.projects import life_projects
from advisor_app.reports.letter_data import LetterData, Listed, Part, Prose

_GENTLE = frozenset({Tone.GRAVE, Tone.CAREFUL})


def summary_of(kept: MeetingKept, spoken: Language) -> MeetingSummary:
    """What the letter says of a meeting, in the language of its reader."""
    with speaking(spoken):
        project = life_projects().get(kept.project.code) if kept.project else None
        named = kept.project if project is not None and _may_name(project) else None
        return MeetingSummary(
            understood=_understood(named, project) if named and project else "",
            decisions=_decisions(named) if named else (),
            bank_does=_promised(kept.promises, Party.BANK),
            client_does=_promised(kept.promises, Party.CLIENT),
            next_day=kept.next_day,
        )


def letter_text(data: LetterData) -> str:
    """A letter as plain text, to be pasted into a mail: greeting, body, name."""
    paragraphs = [data.greeting, *map(_part_text, data.parts)]
    return "\n\n".join([*filter(None, paragraphs), "\n".join((data.closing, *data.signatures))])


def rewritten(data: LetterData, subject: str, text: str) -> LetterData:
    """A letter with the words that somebody wrote: greeting, paragraphs, and a closing line.

    The names that sign it stay those of the letter, whether the text ends with them or not.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    while lines and lines[-1] in data.signatures:
        lines.pop()
    greeting, middle, closing = lines[:1], lines[1:-1], lines[1:][-1:]
    return replace(
        data,
        title=subject or data.title,
        subject=subject,
        greeting="".join(greeting),
        parts=tuple(Prose(line) for line in middle),
        closing="".join(closing),
    )


def _part_text(part: Part) -> str:
    if isinstance(part, Prose):
        return part.text
    if isinstance(part, tuple):
        return "\n".join(map(_listed_text, part))
    return "\n".join((part.when, *part.lines))


def _listed_text(listed: Listed) -> str:
    return "\n".join((listed.heading, *(f"- {point}" for point in listed.points)))


def _may_name(project: LifeProject) -> bool:
    return not project.only_if_said and project.tone not in _GENTLE


def _understood(draft: ProjectDraft, project: LifeProject) -> str:
    figures = [money(draft.amount, draft.currency)] if draft.amount is not None else []
    figures += [target_date(draft.target)] if draft.target is not None else []
    return ", ".join((project.label.in_language(language()), *figures))


def _decisions(draft: ProjectDraft) -> tuple[str, ...]:
    """The step that the project is at is what comes next."""
    if draft.status is not ProjectStatus.OPEN or draft.stage is None:
        return ()
    return (stage_label(draft.stage),)


def _promised(promises: tuple[Commitment, ...], by: Party) -> tuple[str, ...]:
    return tuple(
        _("{what} (by {day})").format(what=one.what, day=long_date(one.due))
        if one.due
        else one.what
        for one in promises
        if one.by is by
    )
