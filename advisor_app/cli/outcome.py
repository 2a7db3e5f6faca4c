"""`outcome`: whether a meeting took place, what was said, and what changes by it."""

import argparse
import json
import sys
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from advisor_app.cli.access import Access
from advisor_app.cli.book import appointment_fields
from advisor_app.cli.options import FIRST_YEAR, LAST_YEAR, day, one_or_more
from advisor_app.domain.codes import ConsentUse, Party, ProjectStatus
from advisor_app.domain.commitments import CommitmentDraft
from advisor_app.domain.outcome import ConsentWord, Happened, Outcome, ProjectMove
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.project_edits import Stage
from advisor_app.i18n import _, language

if TYPE_CHECKING:
    from advisor_app.cli.main import Commands
    from advisor_app.cli.parser import Parser
    from advisor_app.domain.outcome import OutcomeChanges, StandingChange
    from advisor_app.domain.watchwords import Caution

_STEPS = {one.name.lower().replace("_", "-"): one for one in Stage}
_ENDS = {one.value: one for one in (ProjectStatus.OPEN, ProjectStatus.DONE, ProjectStatus.DROPPED)}
_YES = {"yes": True, "no": False}


def add_parser(commands: "Commands") -> None:
    """Describe the command."""
    parser = commands.add_parser("outcome", help=_("say whether a meeting took place"))
    parser.add_argument("appointment", help=_("the appointment's reference"))
    _add_happened(parser)
    parser.add_argument("--minutes", type=one_or_more, help=_("how long; else as booked"))
    parser.add_argument(
        "--present", metavar="CLIENTS", help=_("who came, joined by |; else everybody")
    )
    _add_company(parser)
    parser.add_argument("--text", help=_("what was said; the client may read it"))
    _add_parts(parser)
    parser.add_argument("--next", type=day, metavar="DATE", help=_("the day of the next meeting"))
    parser.add_argument("--remember", metavar="TEXT", help=_("one small thing to remember"))
    parser.add_argument(
        "--preview", action="store_true", help=_("say what would change, and keep nothing")
    )
    parser.add_argument("--json", action="store_true", help=_("print the answer as JSON"))
    parser.set_defaults(run=run)


def _add_company(parser: "Parser") -> None:
    """Whoever was to come along came, unless somebody else, or nobody, is named."""
    company = parser.add_mutually_exclusive_group()
    company.add_argument(
        "--with",
        dest="colleagues",
        action="append",
        metavar="ADVISOR",
        help=_("who of the bank was there too; else whoever was to come along"),
    )
    company.add_argument(
        "--alone",
        dest="colleagues",
        action="store_const",
        const=(),
        help=_("nobody else of the bank was there"),
    )


def _add_happened(parser: "Parser") -> None:
    became = parser.add_mutually_exclusive_group(required=True)
    for name, happened, words in (
        ("--held", Happened.IN_PERSON, _("it took place")),
        ("--by-phone", Happened.BY_PHONE, _("it took place by telephone instead")),
        ("--postponed", Happened.POSTPONED, _("it was put off to another day")),
        ("--missed", Happened.MISSED, _("the client did not come")),
    ):
        became.add_argument(name, dest="happened", action="store_const", const=happened, help=words)


def _add_parts(parser: "Parser") -> None:
    """What may be told several times."""
    project, promise = _("PROJECT=WORD"), _("[DATE:]TEXT")
    for name, kind, metavar, words in (
        (
            "--project",
            _move,
            project,
            _("how far a project has come: {words}").format(words=", ".join((*_STEPS, *_ENDS))),
        ),
        ("--amount", _amount, project, _("what a project costs now, such as PJ1=279000")),
        ("--target", _target, project, _("when it is wished for, such as PJ1=2026-09")),
        ("--we-promise", _by_bank, promise, _("what the bank promised, and for when")),
        ("--client-promises", _by_client, promise, _("what the client promised, and for when")),
        ("--consent", _consent, _("[CLIENT:]USE=yes|no"), _("what was agreed to, or refused")),
    ):
        parser.add_argument(
            name, type=kind, action="append", default=[], metavar=metavar, help=words
        )


def run(access: Access, arguments: argparse.Namespace) -> int:
    """Keep the outcome, or say what it would change."""
    outcome = outcome_of(arguments)
    with access.services() as services:
        keep = services.outcomes.foretaste if arguments.preview else services.outcomes.tell
        changes = keep(arguments.appointment, outcome)
        cautions = services.outcomes.cautions(outcome, language())
        if arguments.json:
            print(as_json(changes, cautions, kept=not arguments.preview))
        else:
            say(changes, cautions)
    return 0


def outcome_of(arguments: argparse.Namespace) -> Outcome:
    """What the command line says."""
    return Outcome(
        happened=arguments.happened,
        present=tuple(arguments.present.split("|")) if arguments.present else None,
        minutes=arguments.minutes,
        text=arguments.text,
        colleagues=None if arguments.colleagues is None else tuple(arguments.colleagues),
        moves=_joined([*arguments.project, *arguments.amount, *arguments.target]),
        promises=(*arguments.we_promise, *arguments.client_promises),
        consents=tuple(arguments.consent),
        next_day=arguments.next,
        remember=arguments.remember,
    )


def say(changes: "OutcomeChanges", cautions: "tuple[Caution, ...]") -> None:
    """What changes on one stream, the words to think about again on the other."""
    from advisor_app.i18n.note_wording import caution_sentence
    from advisor_app.i18n.outcome_words import change_lines
    from advisor_app.playbooks.projects import life_projects

    names = {code: one.label.in_language(language()) for code, one in life_projects().items()}
    for line in change_lines(changes, names):
        print(line)
    for caution in cautions:
        print(caution_sentence(caution), file=sys.stderr)


def as_json(changes: "OutcomeChanges", cautions: "tuple[Caution, ...]", *, kept: bool) -> str:
    """The answer as `docs/schemas/outcome.json` describes it."""
    due = changes.follow_up_due
    answer = {
        **appointment_fields(changes.appointment),
        "kept": kept,
        "changes": [_standing(one) for one in changes.standings],
        "projects": [
            {
                "ref": one.ref,
                "code": one.code,
                "status": one.status,
                "stage": one.stage.value if one.stage else None,
                "amount": None if one.amount is None else str(one.amount),
                "target": str(one.target) if one.target else None,
            }
            for one in changes.projects
        ],
        "promises": list(changes.promises) if kept else [],
        "consents": [
            {"client": one.client, "use": one.use, "given": one.given} for one in changes.consents
        ],
        "follow_up_due": due.text if due else None,
        "rest_until": _iso(changes.rest_until),
        "suggestion_done": changes.suggestion_done,
        "next_day": _iso(changes.next_day),
        "cautions": [
            {"about": one.about, "word": one.word, "neutral": one.neutral} for one in cautions
        ],
    }
    return json.dumps(answer, ensure_ascii=False)


def _standing(change: "StandingChange") -> dict[str, object]:
    before, after = change.before, change.after
    return {
        "client": after.client,
        "state": [before.state, after.state],
        "introduction": [before.introduction, after.introduction],
        "cleared": sorted(change.cleared),
        "raised": sorted(change.raised),
    }


def _iso(on: date | None) -> str | None:
    return on.isoformat() if on else None


def _joined(moves: list[ProjectMove]) -> tuple[ProjectMove, ...]:
    """One move for each project, whatever was told of it in however many words."""
    found: dict[str, ProjectMove] = {}
    for move in moves:
        before = found.get(move.project, ProjectMove(move.project))
        found[move.project] = ProjectMove(
            move.project,
            move.stage or before.stage,
            move.status or before.status,
            before.amount if move.amount is None else move.amount,
            move.target or before.target,
        )
    return tuple(found.values())


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.rpartition("=")
    if not (name and sign and value):
        words = _("{text} lacks its two sides: write it as in PJ1=2026-09.").format(text=text)
        raise argparse.ArgumentTypeError(words)
    return name, value


def _move(text: str) -> ProjectMove:
    project, word = _pair(text)
    if word in _STEPS:
        return ProjectMove(project, stage=_STEPS[word])
    if word in _ENDS:
        return ProjectMove(project, status=_ENDS[word])
    known = ", ".join((*_STEPS, *_ENDS))
    words = _("{word} is no step of a project; choose one of: {known}.")
    raise argparse.ArgumentTypeError(words.format(word=word, known=known))


def _amount(text: str) -> ProjectMove:
    project, said = _pair(text)
    try:
        amount = Decimal(said)
    except InvalidOperation:
        amount = Decimal("NaN")
    if not amount.is_finite():
        words = _("{text} is no amount; write it as in 279000 or 279000.50.")
        raise argparse.ArgumentTypeError(words.format(text=said))
    return ProjectMove(project, amount=amount)


def _target(text: str) -> ProjectMove:
    project, said = _pair(text)
    try:
        target = PartialDate.parse(said)
    except ValueError:
        words = _("{text} is no date; write it as in 2026, 2026-09 or 2026-09-15.")
        raise argparse.ArgumentTypeError(words.format(text=said)) from None
    if not FIRST_YEAR <= target.year <= LAST_YEAR:
        words = _("The year of {text} is not between {low} and {high}.")
        told = words.format(text=said, low=FIRST_YEAR, high=LAST_YEAR)
        raise argparse.ArgumentTypeError(told)
    return ProjectMove(project, target=target)


def _by_bank(text: str) -> CommitmentDraft:
    return _promise(Party.BANK, text)


def _by_client(text: str) -> CommitmentDraft:
    return _promise(Party.CLIENT, text)


def _promise(by: Party, text: str) -> CommitmentDraft:
    """A day before a colon is for when; any other colon belongs to the words."""
    head, colon, rest = text.partition(":")
    if colon and head.replace("-", "").isdigit():
        return CommitmentDraft(by, rest.strip(), day(head))
    return CommitmentDraft(by, text.strip())


def _consent(text: str) -> ConsentWord:
    what, word = _pair(text)
    client, colon, use = what.rpartition(":")
    known = [one.value for one in ConsentUse]
    if use not in known or word not in _YES:
        words = _(
            "{text} is no consent: write a use and yes or no, as in email=yes. Uses: {known}."
        )
        raise argparse.ArgumentTypeError(words.format(text=text, known=", ".join(known)))
    return ConsentWord(ConsentUse(use), _YES[word], client if colon else None)
