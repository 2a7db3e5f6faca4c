"""What the choices of a report are called."""

from advisor_app.domain.kpis.asked import ReportOf, ReportPurpose, UsualPeriod
from advisor_app.domain.kpis.period import Period
from advisor_app.i18n import _
from advisor_app.i18n.formats import plain_date


def report_purpose_label(purpose: ReportPurpose) -> str:
    """What a report is made for."""
    return {
        ReportPurpose.REVIEW: _("Review the figures"),
        ReportPurpose.TALK: _("Talk with the advisor"),
        ReportPurpose.PLAN: _("Plan time for meetings"),
        ReportPurpose.ACCOUNT: _("Account to management"),
    }[purpose]


def period_label(which: UsualPeriod) -> str:
    """Days that are often asked for."""
    return {
        UsualPeriod.TWELVE_MONTHS: _("The last twelve months"),
        UsualPeriod.THIS_QUARTER: _("This quarter so far"),
        UsualPeriod.LAST_QUARTER: _("The last quarter"),
        UsualPeriod.THIS_YEAR: _("This year so far"),
        UsualPeriod.LAST_YEAR: _("Last year"),
    }[which]


def whose_label(one: ReportOf) -> str:
    """An advisor by name; a branch as all its portfolios."""
    return _("{branch}, all portfolios").format(branch=one.name) if one.is_branch else one.name


def report_words(one: ReportOf, period: Period) -> str:
    """Whose figures, and of which days."""
    return _("{name} · {first} to {last}").format(
        name=one.name, first=plain_date(period.first), last=plain_date(period.last)
    )
