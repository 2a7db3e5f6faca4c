"""Everything that suggestions are made from, as one value."""

from functools import cache

from advisor_app.domain.suggestions.playbook import Playbooks
from advisor_app.playbooks.projects import life_projects
from advisor_app.playbooks.retirement_ages import retirement_ages
from advisor_app.playbooks.rituals import event_themes, key_birthdays, rituals
from advisor_app.playbooks.segments import fatigue_rules, segment_rules
from advisor_app.playbooks.signals import (
    forbidden_signals,
    not_meaningful,
    signal_rules,
    signals,
)


@cache
def playbooks() -> Playbooks:
    """The tables as they ship."""
    return Playbooks(
        projects=life_projects(),
        signals=signals(),
        signal_rules=signal_rules(),
        forbidden=forbidden_signals(),
        not_meaningful=not_meaningful(),
        rituals=rituals(),
        events=event_themes(),
        key_birthdays=key_birthdays(),
        retirement_ages=retirement_ages(),
        segments=segment_rules(),
        fatigue=fatigue_rules(),
    )
