"""The sentences of a client's tabs: projects, exchanges, promises, attentions, papers, history."""

from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal

from babel import Locale

from advisor_app.domain.attentions import Attention, AttentionStage
from advisor_app.domain.client_page import ConsentLine, ProjectCard
from advisor_app.domain.client_record import (
    ContractLine,
    Exchange,
    FormerExchange,
    HistoryLine,
    PaperLine,
    SignalLine,
)
from advisor_app.domain.codes import Direction, Nature, Party, ProjectSource, ProjectStatus
from advisor_app.domain.commitments import Commitment, Ending
from advisor_app.domain.papers import PaperKind
from advisor_app.domain.project_edits import Stage
from advisor_app.i18n import _, ngettext, pgettext
from advisor_app.i18n.channel_words import channel_label, consent_label
from advisor_app.i18n.client_words import duration
from advisor_app.i18n.deed_words import deed_words
from advisor_app.i18n.formats import clock, locale, money, percent, plain_date, short_date
from advisor_app.i18n.portfolio_words import project_status_label


def stage_label(stage: Stage) -> str:
    """What is done at a step of a project."""
    return {
        Stage.LISTEN: _("Understand what is wanted"),
        Stage.FIGURES: _("Put it in figures"),
        Stage.PAPERS: _("Gather the papers"),
        Stage.CHOICE: _("Compare the ways"),
        Stage.DECISION: _("Decide"),
        Stage.FOLLOW_THROUGH: _("See it through"),
    }[stage]


def stage_words(card: ProjectCard) -> str:
    """As in "Étape 2 sur 6"; what is to be done with a project that is not open."""
    if card.status is ProjectStatus.HEARD:
        return pgettext("project", "To open")
    if card.status is not ProjectStatus.OPEN:
        return project_status_label(card.status)
    stage = card.stage or Stage.LISTEN
    return _("Step {number} of {count}").format(number=stage.value, count=len(Stage))


def next_step_words(card: ProjectCard, today: date) -> str:
    """What comes next, and by when; the step's own words where nobody said."""
    if card.status not in (ProjectStatus.HEARD, ProjectStatus.OPEN):
        return ""
    words = card.next_step
    if words is None:
        return stage_label(card.stage or Stage.LISTEN) if card.status is ProjectStatus.OPEN else ""
    if card.next_step_on is None:
        return words
    return _("{step} (by {day})").format(step=words, day=short_date(card.next_step_on, today))


def source_label(source: ProjectSource) -> str:
    """Who brought a project up."""
    return {
        ProjectSource.CLIENT: _("The client said so"),
        ProjectSource.ADVISOR: _("I thought of it"),
        ProjectSource.SIGNAL: _("A signal announced it"),
    }[source]


def exchange_title(line: Exchange) -> str:
    """What a contact was about."""
    if line.subject:
        return line.subject
    if line.nature is Nature.OPERATION:
        return _("Operation")
    if line.nature is Nature.AUTOMATED:
        return _("Automatic message")
    return channel_label(line.channel)


def exchange_about(line: Exchange, projects: dict[str, str]) -> str:
    """By which way, who began, how long, with whom, about which project."""
    parts = (
        [channel_label(line.channel)] if exchange_title(line) != channel_label(line.channel) else []
    )
    if line.direction is Direction.IN:
        parts.append(_("from the client"))
    if line.minutes:
        parts.append(duration(line.minutes))
    if line.advisor:
        parts.append(line.advisor)
    if line.project_code:
        parts.append(projects.get(line.project_code, line.project_code))
    return " · ".join(parts)


def exchange_when(line: Exchange, today: date) -> str:
    """When a contact happened, with its time of day where that is known."""
    day = short_date(line.day, today)
    if line.at is None:
        return day
    return _("{day}, {time}").format(day=day, time=clock(time.fromisoformat(line.at)))


def former_words(former: FormerExchange) -> tuple[str, str]:
    """Who corrected a contact and why, and what it said before."""
    day = plain_date(former.corrected_at.date())
    by = former.by or _("somebody")
    head = _("Corrected by {name} on {day}").format(name=by, day=day)
    if former.why:
        head = _("{sentence}: {reason}").format(sentence=head, reason=former.why)
    parts = [plain_date(former.day), channel_label(former.channel)]
    if former.minutes:
        parts.append(duration(former.minutes))
    parts += [text for text in (former.subject, former.note) if text]
    return head, _("Before: {text}").format(text=" · ".join(parts))


def promise_words(one: Commitment, today: date) -> str:
    """Whose promise it is, and how it stands."""
    whose = _("from us") if one.by is Party.BANK else _("from the client")
    if one.ending is Ending.KEPT and one.ended_on:
        state = _("kept on {day}").format(day=short_date(one.ended_on, today))
    elif one.ended_on:
        state = _("given up on {day}").format(day=short_date(one.ended_on, today))
    elif one.due is None:
        state = _("without a day")
    elif one.is_late(today):
        state = _("was due on {day}").format(day=short_date(one.due, today))
    else:
        state = _("by {day}").format(day=short_date(one.due, today))
    return _("{whose} · {state}").format(whose=whose, state=state)


def attention_stage_label(stage: AttentionStage) -> str:
    """What an attention is: an idea, offered, received."""
    return {
        AttentionStage.IDEA: pgettext("attention", "Idea"),
        AttentionStage.OFFERED: pgettext("attention", "Offered"),
        AttentionStage.RECEIVED: pgettext("attention", "Received"),
    }[stage]


def attention_words(one: Attention, today: date) -> str:
    """When, how much, and who agreed to it."""
    draft = one.draft
    parts = [attention_stage_label(draft.stage), short_date(draft.on, today)]
    if draft.amount:
        parts.append(money(draft.amount))
    if draft.agreed_by:
        parts.append(_("agreed by {name}").format(name=draft.agreed_by))
    return " · ".join(parts)


def ceiling_words(offered: Decimal, ceiling: Decimal, year: int) -> str:
    """What was offered to one person within the year, of what may be."""
    return _("{amount} of {ceiling} offered in {year}").format(
        amount=money(offered), ceiling=money(ceiling), year=year
    )


def consent_words(line: ConsentLine) -> str:
    """A client's latest word on a use, with its day and source."""
    day = plain_date(line.on)
    said = _("Yes, since {day}") if line.given else _("No, since {day}")
    words = said.format(day=day)
    if line.source:
        return _("{words} ({source})").format(words=words, source=line.source)
    return words


def consent_change(line: ConsentLine) -> str:
    """What was just kept of a client's word."""
    if line.given:
        return _("{use}: agreed to.").format(use=consent_label(line.use))
    return _("{use}: refused.").format(use=consent_label(line.use))


def language_label(code: str) -> str:
    """A client's language, in the present one."""
    name = Locale.parse(locale()).languages.get(code)
    return code if name is None else name


def contract_words(line: ContractLine, several: Sequence[str]) -> str:
    """Since when, until when, at which rate, and whose where there are several clients."""
    parts = []
    if line.opened_on:
        parts.append(_("since {day}").format(day=plain_date(line.opened_on)))
    if line.ends_on:
        parts.append(_("until {day}").format(day=plain_date(line.ends_on)))
    if line.rate is not None:
        parts.append(percent(line.rate, 2))
    if len(several) > 1:
        parts.append(line.client.name)
    return " · ".join(parts)


def paper_label(line: PaperLine) -> str:
    """What a paper is."""
    return paper_kind_label(line.kind)


def paper_kind_label(kind: PaperKind) -> str:
    """What papers of a kind are called."""
    return {
        PaperKind.SHEET: _("Sheet"),
        PaperKind.DAY_PACK: _("Day pack"),
        PaperKind.PROPOSAL: _("Letter proposing a meeting"),
        PaperKind.APPOINTMENT: _("Appointment letter"),
        PaperKind.INTRODUCTION: _("Introduction letter"),
        PaperKind.SUMMARY: _("Summary of a meeting"),
        PaperKind.MISSED: _("Letter after a missed meeting"),
        PaperKind.CONDOLENCE: _("Letter of condolence"),
        PaperKind.REMINDER: _("Reminder of an appointment"),
        PaperKind.INVITATION: _("Invitation to an event"),
        PaperKind.HANDOVER: _("Handover sheet"),
    }[kind]


def paper_words(line: PaperLine) -> str:
    """When a paper was made, by whom, how many pages."""
    day = plain_date(line.made_at.date())
    pages = ngettext("{count} page", "{count} pages", line.pages).format(count=line.pages)
    made = _("{day} at {time}").format(day=day, time=clock(line.made_at.time()))
    return " · ".join(part for part in (made, line.advisor, pages) if part)


def signal_words(line: SignalLine, label: str, strength: int, *, several: bool) -> str:
    """A signal with its day, its strength in words, and whose it is."""
    weight = _("strength {count} of 5").format(count=strength)
    parts = [label, plain_date(line.on), weight]
    if several:
        parts.append(line.client.name)
    return " · ".join(parts)


def history_words(line: HistoryLine) -> str:
    """What somebody did."""
    words = deed_words().get(line.action)
    return line.action if words is None else words


def history_why(line: HistoryLine) -> str:
    """What it was about, and why."""
    reasons = {
        "own client": _("to serve the client"),
        "another advisor's client": _("another advisor's client"),
        "prepare_meeting": _("to prepare a meeting"),
        "write_to_client": _("to write to the client"),
        "hand_over": _("to hand the client over"),
        "prepare_day": _("to prepare the day"),
    }
    hiding = {"amounts": _("amounts hidden"), "names": _("names as initials")}
    why = reasons.get(line.why or "", line.why or "")
    hidden = [hiding.get(word, word) for word in line.hidden]
    return " · ".join(part for part in (why, line.subject or "", *hidden) if part)
