"""The rules of signals: a draft that shows at once what it would flag, and is applied on demand."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from advisor_app.domain.codes import Flag, Segment
from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.keys import Key
from advisor_app.domain.pauses import Pause
from advisor_app.domain.policy_version import Comparison, checked, differences, edited
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.policy_words import (
    count_line,
    difference_lines,
    draft_sentence,
    months,
    rhythm_sentence,
    see_clients,
    segments_differ_sentence,
    version_title,
    whose_counts,
)
from advisor_app.i18n.wording import sentence
from advisor_app.ui.changes import Changes, Topic
from advisor_app.ui.dialogs.reason import ReasonDialog
from advisor_app.ui.dialogs.told import PeopleDialog, ToldDialog
from advisor_app.ui.pages.settings.daily_card import DailyCard, Kept, gather_daily
from advisor_app.ui.pages.settings.delay_card import DelayCard
from advisor_app.ui.pages.settings.other_signals import OtherSignals
from advisor_app.ui.pages.settings.pane import Pane
from advisor_app.ui.pages.settings.pauses_row import PausesRow
from advisor_app.ui.pages.settings.rules_facts import (
    MONTHS,
    DraftCounts,
    RulesFacts,
    compare,
    count_draft,
    gather,
    meant,
    segments_differ,
    shown,
    whom_it_touches,
)
from advisor_app.ui.pages.settings.versions_card import VersionsCard, name_of
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.requests import Requests
from advisor_app.ui.theme import sizes

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor_app.bootstrap import Services
    from advisor_app.domain.policy import Policy

_PACE_MONTHS = 3
_Found = tuple[RulesFacts, tuple[Pause, ...], Kept]


class RulesPane(Pane):
    """Nothing holds before it is applied; what is applied holds for everybody."""

    topics = frozenset({Topic.CLIENTS, Topic.CONTACTS})

    def __init__(self, ask: Ask, changes: Changes, requests: Requests) -> None:
        super().__init__(ask, changes, requests)
        self._facts: RulesFacts | None = None
        self._draft: Policy | None = None
        self._asked = self._answered = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(sizes.SEARCH_MS)
        self._pause.timeout.connect(self._count)
        self.delay, self.others = DelayCard(), OtherSignals()
        self._versions: VersionsCard | None = None
        self.add(self.delay)
        self.add(self.others)
        self.pauses = PausesRow()
        self.pauses.chosen.connect(requests.open_client.emit)
        self.others.add_row(self.pauses)
        self.daily = DailyCard(ask, changes, requests)
        self.add(self.daily)
        self.delay.recounted.connect(self._count)
        self.delay.unknown.unknown.connect(self.others.forget)
        self.delay.moved.connect(partial(self._edit, MONTHS))
        self.delay.segment_chosen.connect(lambda _segment: self._show_draft())
        self.others.chosen.connect(self._edit)
        foot = self.delay.foot
        foot.apply.clicked.connect(self.main_action)
        foot.back.clicked.connect(self._take_back)
        foot.see.clicked.connect(self._see)

    def reload(self) -> None:
        """Ask for the rules in force; a draft that was begun stays."""

        def read(services: "Services") -> _Found:
            return gather(services), services.pauses.of_today(), gather_daily(services)

        def show(found: _Found) -> None:
            facts, pauses, kept = found
            self.pauses.show_pauses(pauses)
            self.daily.show_kept(kept)
            self._show(facts)

        self.read(read, show)

    def main_action(self) -> None:
        """Ask why, then apply the draft: Ctrl+Enter."""
        facts, draft = self._facts, self._draft
        if facts is None or draft is None or not self._changed() or self._problem():
            return
        lines = difference_lines(differences(facts.in_force, draft))
        title, seen = _("Apply these rules?"), facts.number

        def work(reason: str, services: "Services") -> int:
            return services.policies.apply(draft, reason, seen)

        self._ask_why(title, lines, _("Apply"), work)

    def _show(self, facts: RulesFacts) -> None:
        if not self._changed():
            self._draft = facts.in_force
        self._facts = facts
        self._show_versions(facts)
        self._show_draft()
        self._pause.stop()
        self._count()

    def _show_versions(self, facts: RulesFacts) -> None:
        if self._versions is not None:
            self._versions.deleteLater()
        self._versions = VersionsCard(facts.versions)
        self._versions.compared.connect(self._compare)
        self._versions.restored.connect(self._restore)
        self.add(self._versions)

    def _edit(self, name: str, value: int) -> None:
        if self._draft is not None:
            self._draft = edited(self._draft, meant(self._segment()), name, value)
            self._show_draft()

    def _show_draft(self) -> None:
        if self._draft is None or self._facts is None:
            return
        own = shown(self._draft, self._segment())
        self.delay.show_months(own.online_only_months)
        self.others.show_values(own)
        self._show_foot(None)
        self._asked += 1
        self._pause.start()

    def _count(self) -> None:
        """Ask for the counts once the slider rests: a whole bank is not counted at every month."""
        if self._draft is None:
            return
        draft, segments = self._draft, meant(self._segment())
        self.read(
            lambda services: count_draft(services, draft, segments),
            partial(self._show_counts, self._asked),
            self.delay.unknown,
        )

    def _show_counts(self, asked: int, found: DraftCounts) -> None:
        if asked != self._asked or self._facts is None or self._draft is None:
            return
        self._answered = asked
        facts, segment = self._facts, self._segment()
        own = shown(self._draft, segment).online_only_months
        flagged = found.counts.of(Flag.ONLINE_ONLY)
        now = (shown(facts.in_force, segment).online_only_months, facts.counts.of(Flag.ONLINE_ONLY))
        mixed = segment is None and segments_differ(self._draft, MONTHS)
        told = (
            segments_differ_sentence() if mixed else "",
            draft_sentence((own, flagged), now),
            rhythm_sentence(flagged, facts.meetings, _PACE_MONTHS),
        )
        self.delay.tell(" ".join(filter(None, told)), self._problem())
        self.delay.chart.show_stops(found.stops, (own, flagged))
        self.others.show_counts(found.counts)
        self._show_foot(found)

    def _show_foot(self, found: DraftCounts | None) -> None:
        facts, draft = self._facts, self._draft
        if facts is None or draft is None:
            return
        foot, changed = self.delay.foot, differences(facts.in_force, draft)
        only = {one.name for one in changed} == {MONTHS}
        alike = only and len({(one.before, one.after) for one in changed}) == 1
        whose = whose_counts(facts.counts.clients, whole_bank=facts.whole_bank)
        in_force = _("{version} in force · counted over {whose}").format(
            version=version_title(facts.number), whose=whose
        )
        foot.tell(_not_applied(len(difference_lines(changed))) if changed else in_force)
        back, apply = _("Take the changes back"), _("Apply the changes…")
        if alike:
            back = _("Back to {months}").format(months=months(changed[0].before))
            apply = _("Apply {months}…").format(months=months(changed[0].after))
        foot.offer(foot.back, back if changed else "")
        foot.offer(foot.apply, apply if changed else "", works=not self._problem())
        more = 0
        if found is not None:
            more = found.counts.of(Flag.ONLINE_ONLY) - facts.counts.of(Flag.ONLINE_ONLY)
        foot.offer(foot.see, see_clients(more) if changed else "")

    def _problem(self) -> str:
        """Why the draft cannot be applied; empty where it can."""
        try:
            if self._draft is not None:
                checked(self._draft)
        except TeteATeteError as error:
            return sentence(error)
        return ""

    def _changed(self) -> bool:
        facts, draft = self._facts, self._draft
        return facts is not None and draft is not None and bool(differences(facts.in_force, draft))

    def _segment(self) -> Segment | None:
        return self.delay.chosen_segment()

    def _take_back(self) -> None:
        if self._facts is not None:
            self._draft = self._facts.in_force
            self._show_draft()

    def _see(self) -> None:
        facts, draft = self._facts, self._draft
        if facts is None or draft is None:
            return
        before = facts.in_force
        self.read_first(
            _("Whom the change is about"),
            lambda services: whom_it_touches(services, before, draft),
            self._show_touched,
        )

    def _show_touched(self, people: list[tuple[str, Key]]) -> None:
        title = _("Whom the change is about")
        dialog = PeopleDialog(self.window(), title, _("A name opens the client's page."), people)
        dialog.chosen.connect(self.requests.open_client.emit)
        dialog.open()

    def _compare(self, number: int) -> None:
        title = _("{version} beside what is in force").format(version=version_title(number))

        def show(found: Comparison) -> None:
            ToldDialog(self.window(), title, "", compared_lines(found)).open()

        self.read_first(title, lambda services: compare(services, name_of(number), "present"), show)

    def _restore(self, number: int) -> None:
        title = _("Put {version} in force again?").format(version=version_title(number))

        def work(reason: str, services: "Services") -> int:
            return services.policies.revert(number, reason)

        def show(found: Comparison) -> None:
            self._ask_why(title, compared_lines(found), _("Put in force"), work)

        self.read_first(title, lambda services: compare(services, "present", name_of(number)), show)

    def _ask_why(
        self,
        title: str,
        lines: list[str],
        action: str,
        work: "Callable[[str, Services], int]",
    ) -> None:
        def answer(dialog: ReasonDialog, reason: str) -> None:
            def refused(error: Exception) -> None:
                if isinstance(error, TeteATeteError):
                    dialog.refuse(sentence(error))
                else:
                    dialog.reject()
                    self.requests.bug.emit(error)

            def done(number: int) -> None:
                dialog.done_well()
                self._applied(number)

            self.ask(dialog, partial(work, reason), done, refused)

        ReasonDialog(self.window(), title, lines, action, answer).open()

    def _applied(self, number: int) -> None:
        self._draft = None
        self.requests.say_final(_("{version} is in force.").format(version=version_title(number)))
        self.changes.tell(Topic.CLIENTS, Topic.CONTACTS, Topic.SUGGESTIONS)


def compared_lines(found: Comparison) -> list[str]:
    """What differs, then each flag whose count changes."""
    before, after = found.counts_before, found.counts_after
    counts = [count_line(flag, before, after) for flag in Flag if before.of(flag) != after.of(flag)]
    return [*(difference_lines(found.differences) or [_("Nothing differs.")]), *counts]


def _not_applied(count: int) -> str:
    return ngettext("Change not applied yet", "Changes not applied yet", count)
