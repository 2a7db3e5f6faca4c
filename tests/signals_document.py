"""Writes docs/signals.md from the tables: `python tests/signals_document.py`."""

from collections.abc import Iterator
from pathlib import Path

from advisor_app.domain.suggestions.playbook import Playbooks, Signal, SignalRule, SignalSource
from advisor_app.playbooks.suggestions import playbooks

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "signals.md"

_INTRODUCTION = """# Signals

A signal is a dated fact that may announce a life project. The program knows 84 of them
(`resources/playbooks/signals.csv`). Some it computes itself from what a bank imports, by the rules
of `resources/playbooks/signal_rules.toml`; the others it only knows when the bank delivers them in
the file `signals`. A bank may deliver any of them; one that is computed and delivered counts once.

- **Strength** goes from 1 (anecdotal) to 5 (all but certain). A suggestion needs one fact of 4 or
  more, two independent ones that add up to 5, or the client's own word.
- **Best time** counts days from when the fact could first be known.
- **Off** signals are patterns in payments. They ship switched off, need the approval of the bank's
  data-protection officer, and are never mentioned to the client.
- What must never be used, whatever a file delivers, stands in
  `resources/playbooks/forbidden_signals.csv`.

This page is written from the tables, and a test compares it with them.
"""

_READS = {
    "projects": "projects: heard or open, source `client`",
    "birth_date": "clients: birth_date",
    "members": "members: birth dates of children",
    "contracts": "contracts",
    "client_facts": "client_facts",
    "household": "clients and members: a death in the household",
    "flags": "the flag `not_introduced`",
    "presence": "the last meeting and the segment",
    "since": "clients: since",
}


def render(books: Playbooks) -> str:
    """The whole page."""
    return "\n".join([_INTRODUCTION, *_sections(books), *_fact_names(books)]) + "\n"


def _sections(books: Playbooks) -> Iterator[str]:
    rules = {rule.signal: rule for rule in books.signal_rules}
    computed = len(rules)
    yield f"{computed} are computed, {len(books.signals) - computed} are only delivered.\n"
    for project in books.projects.values():
        yield f"## {project.label.en} (`{project.code}`)\n"
        yield "| signal | computed from | rule | strength | best time | countries |"
        yield "| --- | --- | --- | --- | --- | --- |"
        for signal in books.signals.values():
            if signal.project == project.code:
                yield _row(signal, rules.get(signal.code))
        yield ""


def _row(signal: Signal, rule: SignalRule | None) -> str:
    off = " (off)" if signal.source is SignalSource.PAYMENTS else ""
    earliest, latest = signal.lead_days
    cells = [
        f"`{signal.code}`{off}: {signal.label.en}",
        _source(rule),
        signal.rule,
        str(signal.strength),
        f"{earliest} to {latest} days",
        ", ".join(sorted(signal.countries)) or "all",
    ]
    return f"| {' | '.join(cells)} |"


def _source(rule: SignalRule | None) -> str:
    if rule is None:
        return "delivered"
    parts = [_READS[rule.reads]]
    if rule.families:
        parts.append("families " + _names(rule.families))
    if fact_names(rule):
        parts.append("client_facts " + _names(fact_names(rule)))
    return "; ".join(dict.fromkeys(parts))


def fact_names(rule: SignalRule) -> set[str]:
    """The client facts that a rule reads."""
    return {rule.fact, rule.other_fact, *rule.conditions.facts} - {""}


def _names(names: set[str] | frozenset[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))


def _fact_names(books: Playbooks) -> Iterator[str]:
    yield "## Names of client facts\n"
    yield "What the rules read in the file `client_facts`; days are `YYYY-MM-DD`, a rate is a ratio.\n"
    names = {name for rule in books.signal_rules for name in fact_names(rule)}
    for name in sorted(names | {"complaint_opened_on", "died_on"}):
        yield f"- `{name}`{_MEANINGS[name]}"


_MEANINGS = {
    "activity_since": ": the first day of the business",
    "advice_on": ": the last day of advice on a life insurance",
    "clause_on": ": the day of the beneficiary clause",
    "closing_on": ": the last closing of the annual accounts",
    "complaint_closed_on": ": the day on which the last complaint was settled",
    "complaint_opened_on": ": the day on which the last complaint came; open until it is closed",
    "demand_savings": ": savings that are available at once, an amount",
    "died_on": ": of a deceased client, the day of the death",
    "energy_class": ": the home's energy class, A to G",
    "gift_on": ": the day of an earlier gift",
    "housing": ": `tenant`, `owner` or `landlord`",
    "lease_ends_on": ": the end of the commercial lease",
    "lep_eligible": ": `yes` by the tax notice, where there is no LEP yet",
    "livret_jeune": ": `yes` for who holds one",
    "loan_purpose": ": `car` for a consumer loan that paid for one",
    "loan_rate": ": the loan's rate, where the contract has none",
    "lowest_balance_90_days": ": the lowest available balance of the last 90 days, an amount",
    "monthly_expenses": ": an amount",
    "property_age": ": `old` or `new`",
    "reference_rate": ": today's rate for such a loan, entered by the branch",
    "rental_income": ": a year's rents, an amount",
    "revision_on": ": the day on which a loan's rate is revised",
}


if __name__ == "__main__":
    DOCUMENT.parent.mkdir(exist_ok=True)
    DOCUMENT.write_text(render(playbooks()), encoding="utf-8")
