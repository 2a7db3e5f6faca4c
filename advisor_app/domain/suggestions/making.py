"""Makes a suggestion out of a subject, its facts and its form."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from advisor_app.domain.codes import ConsentUse, Link
from advisor_app.domain.life_projects import LifeProject
from advisor_app.domain.suggestions.calls import CALLS, next_call_day
from advisor_app.domain.suggestions.dossier import ClientDossier
from advisor_app.domain.suggestions.facts import Fact, FactKind, urgency
from advisor_app.domain.suggestions.forms import PLACES, THREE_WAY, Form
from advisor_app.domain.suggestions.playbook import CountsAs, Ritual
from advisor_app.domain.suggestions.ranking import is_in_time, rank_parts
from advisor_app.domain.suggestions.rulebook import RuleBook
from advisor_app.domain.suggestions.suggestion import Suggestion

# A role of `projects.toml`: who served before, at a three-way meeting.
_FORMER = "former_advisor"
PARTNERS = frozenset({"spouse_partner", "co_borrower", "joint_holder"})
AT_LEAST = timedelta(days=7)
AT_MOST = timedelta(days=60)


def make_suggestion(
    dossier: ClientDossier, subject: str, facts: Sequence[Fact], form: Form, book: RuleBook
) -> Suggestion:
    """The suggestion; its facts are in the order in which they are read."""
    project = book.playbooks.projects[subject]
    ritual = book.playbooks.rituals[form.ritual]
    meets = ritual.counts_as in {CountsAs.FACE, CountsAs.REMOTE}
    reasons = sorted(facts, key=lambda fact: (fact.subject != subject, not fact.said))
    own = [fact for fact in reasons if fact.subject == subject]
    best = max(own, key=lambda fact: urgency(fact, book.day, book.policy))
    from_day = max(book.day, best.start) if meets else book.day
    if form.ritual in CALLS:
        from_day = next_call_day(from_day, book)
    return Suggestion(
        client=dossier.key,
        ref=dossier.ref,
        household=dossier.household,
        advisor=dossier.advisor,
        ritual=form.ritual,
        subject=subject,
        project=_project_of(reasons),
        reasons=tuple(reasons),
        form_reason=form.reason,
        from_day=from_day,
        deadline=min(fact.deadline for fact in own),
        until_day=min(max(best.deadline, from_day + AT_LEAST), from_day + AT_MOST),
        minutes=length_of(ritual, project),
        attendees=tuple(_attendees(project, dossier, form, meets=meets)),
        place=PLACES.get(form.ritual),
        prepare=project.documents if meets else (),
        prepare_minutes=project.prep_min if meets else ritual.advisor_cost_min,
        call_basis=form.call_basis,
        event=form.event,
        state=dossier.state,
        last_meeting=dossier.last_meeting,
        kind=dossier.kind,
        title=dossier.title,
        sort_name=dossier.sort_name,
        parts=rank_parts(dossier, subject, facts, book, in_time=is_in_time(form)),
    )


def length_of(ritual: Ritual, project: LifeProject) -> int:
    """How many minutes the client should keep: face to face the project says so."""
    if ritual.counts_as is CountsAs.FACE:
        return project.duration_min
    return ritual.duration_min


def _project_of(reasons: Sequence[Fact]) -> str | None:
    """The reference of the first project with a target, else of the first project."""
    named = [fact for fact in reasons if fact.ref]
    dated = next((fact.ref for fact in named if fact.when), None)
    return dated or next((fact.ref for fact in named if fact.kind is FactKind.PROJECT), None)


def _attendees(
    project: LifeProject, dossier: ClientDossier, form: Form, *, meets: bool
) -> Iterator[str]:
    """Who should be there; a partner only where the household shares, by consent."""
    if not meets:
        return
    shares = bool(dossier.consents.get(ConsentUse.SHARE_IN_HOUSEHOLD)) and any(
        member.link is Link.PARTNER for member in dossier.members
    )
    for role in project.present:
        if role in PARTNERS and not shares:
            continue
        if role == _FORMER and form.ritual != THREE_WAY:
            continue
        yield role
