"""The figures of a portfolio become the words of the manager's report."""

from collections.abc import Iterator
from decimal import Decimal

from advisor_app.domain.codes import Language
from advisor_app.domain.kpis.measures import Counted, Kpi, Measure, Part, Share, Told
from advisor_app.i18n import N_, _, ngettext, speaking
from advisor_app.i18n import language as present_language
from advisor_app.i18n.formats import money, number, percent, plain_date
from advisor_app.playbooks.kpis import kpi_labels
from advisor_app.playbooks.segments import segment_rules
from advisor_app.reports.kpi_report import ReportData, ReportGroup, ReportLine
from advisor_app.reports.sheet_data import Printing
from advisor_app.services.kpis import ManagersReport

_NOTHING = "—"
# Who was met and how often people were asked stand side by side: one can be bought with the other.
_GROUPS = {
    N_("The relation"): (
        Kpi.MET_12M,
        Kpi.CONTACT_PRESSURE,
        Kpi.DRIFT_SHARE,
        Kpi.NEVER_MET,
        Kpi.PROJECT_COVERAGE,
        Kpi.EQUITY,
    ),
    N_("Changes of advisor"): (Kpi.INTRO_RATE_90, Kpi.HANDOVER_ATTRITION),
    N_("Suggestions"): (
        Kpi.SUGGESTION_ACCEPTANCE,
        Kpi.DECLINE_REASONS,
        Kpi.PROPOSAL_TO_MEETING,
        Kpi.CAPACITY_USE,
    ),
    N_("Meetings and the day after"): (
        Kpi.NO_SHOW,
        Kpi.PREPARED_RATE,
        Kpi.MEANINGFUL_SHARE,
        Kpi.FOLLOW_UP_48,
        Kpi.PROMISES_KEPT,
        Kpi.DEFLECTED,
        Kpi.EVENT_CONVERSION,
    ),
}
# The defaults of `kpis.toml`; a share by segment has no single one.
_LIMITS = {
    Kpi.DRIFT_SHARE: ("<", 20),
    Kpi.SUGGESTION_ACCEPTANCE: (">", 50),
    Kpi.PROPOSAL_TO_MEETING: (">", 35),
    Kpi.NO_SHOW: ("<", 5),
    Kpi.FOLLOW_UP_48: (">", 90),
    Kpi.PROMISES_KEPT: (">", 95),
    Kpi.PREPARED_RATE: (">", 90),
    Kpi.MEANINGFUL_SHARE: (">", 80),
    Kpi.DEFLECTED: (">", 85),
    Kpi.PROJECT_COVERAGE: (">", 50),
    Kpi.INTRO_RATE_90: ("≥", 80),
    Kpi.EVENT_CONVERSION: ("=", 100),
    Kpi.CONTACT_PRESSURE: ("=", 0),
}


def gather_report(report: ManagersReport, printing: Printing, chosen: Language) -> ReportData:
    """Everything that the page says, in one language; no client is named."""
    with speaking(chosen):
        return ReportData(
            language=chosen,
            printing=printing,
            title=report.name,
            about=_about(report),
            groups=tuple(
                ReportGroup(_(title), tuple(_line(report, kpi) for kpi in kpis))
                for title, kpis in _GROUPS.items()
            ),
        )


def _about(report: ManagersReport) -> str:
    days = {"first": plain_date(report.period.first), "last": plain_date(report.period.last)}
    households = ngettext("{count} household", "{count} households", report.households)
    clients = ngettext("{count} client", "{count} clients", report.clients)
    return " · ".join(
        (
            _("From {first} to {last}").format(**days),
            households.format(count=number(report.households)),
            clients.format(count=number(report.clients)),
            _("“Before” is the period of the same length up to the eve."),
        )
    )


def _line(report: ManagersReport, kpi: Kpi) -> ReportLine:
    now, before = _of(report.measures, kpi), _of(report.before, kpi)
    return ReportLine(
        label=kpi_labels()[kpi].in_language(present_language()),
        value=_value(kpi, now.share),
        before=_value(kpi, before.share),
        target=_target(kpi),
        detail=" · ".join(_details(now)),
    )


def _of(measures: tuple[Measure, ...], kpi: Kpi) -> Measure:
    return next(one for one in measures if one.kpi is kpi)


def _value(kpi: Kpi, value: Share | Counted) -> str:
    if isinstance(value, Share):
        found = value.percent()
        return _NOTHING if found is None else _percent(found)
    if value.number is None:
        return _NOTHING
    if kpi is Kpi.EQUITY:
        return _("{number} points").format(number=number(value.number))
    return number(value.number)


def _percent(value: Decimal) -> str:
    return percent(value / 100, 1)


def _target(kpi: Kpi) -> str:
    words = {
        Kpi.MET_12M: _("by segment"),
        Kpi.NEVER_MET: _("falling"),
        Kpi.HANDOVER_ATTRITION: _("no difference"),
        Kpi.EQUITY: _("nobody at 0%"),
        Kpi.CAPACITY_USE: _("70 to 95%"),
        Kpi.DECLINE_REASONS: "",
    }
    if kpi in words:
        return words[kpi]
    sign, limit = _LIMITS[kpi]
    shown = percent(Decimal(limit) / 100)
    return shown if sign == "=" else f"{sign} {shown}"


def _details(found: Measure) -> Iterator[str]:
    """What the first value rests on, then the other values of the figure."""
    if isinstance(found.share, Share) and found.share.whole:
        yield _counted(found.share)
    names = _names()
    for one in found.told[1:]:
        if _told(one) != _NOTHING:
            yield _("{label}: {value}").format(label=names[one.of], value=_told(one))


def _counted(share: Share) -> str:
    whole = share.whole.quantize(Decimal(1))
    return _("{part} of {whole}").format(part=number(share.part), whole=number(whole))


def _told(one: Told) -> str:
    if isinstance(one.value, Share):
        found = one.value.percent()
        return _NOTHING if found is None else _percent(found)
    if one.value.number is None:
        return _NOTHING
    if one.of == Part.COST_PER_MEETING:
        return money(one.value.number)
    return number(one.value.number)


def _names() -> dict[str, str]:
    spoken = present_language()
    segments = {str(one): rules.label.in_language(spoken) for one, rules in segment_rules().items()}
    return segments | {
        Part.PRIORITY_A: _("priority A within 30 days"),
        Part.NOT_TRANSFERRED: _("without a change of advisor"),
        Part.UNDECIDED: _("ran out undecided"),
        Part.CANCELLED: _("cancelled"),
        Part.ON_AVERAGE: _("on average"),
        Part.MET_AFTER: _("met within 60 days"),
        Part.COST_PER_MEETING: _("cost of a meeting"),
        "band_young": _("under 30"),
        "band_30": _("30 to 49"),
        "band_50": _("50 to 69"),
        "band_70": _("70 and over"),
        "not_now": _("not now"),
        "no_such_project": _("no such project"),
        "not_suitable": _("not suitable"),
        "no": _("no"),
    }
