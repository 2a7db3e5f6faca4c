"""What the thread's marks say, as sentences."""

from datetime import date

from advisor_app.domain.thread import MarkKind, ThreadAppointment, ThreadMark, ThreadProject
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.formats import clock, plain_date, short_date, short_month_and_year


def silence_words(months: int | None) -> str:
    """What stands on the dashed part of the line."""
    if months is None:
        return _("no meeting yet")
    return ngettext(
        "{count} month without meeting", "{count} months without meeting", months
    ).format(count=months)


def change_words(advisor: str, day: date, introduced: bool) -> str:
    """What a change of advisor says."""
    if introduced:
        return _("{advisor} from {day}, introduced in person").format(
            advisor=advisor, day=plain_date(day)
        )
    return _("{advisor} from {day}, without introduction").format(
        advisor=advisor, day=plain_date(day)
    )


def appointment_words(ahead: ThreadAppointment) -> str:
    """When the next meeting is."""
    return _("Appointment on {day} at {time}").format(
        day=plain_date(ahead.start.date()), time=clock(ahead.start.time())
    )


def mark_words(mark: ThreadMark) -> str:
    """What a mark says."""
    day = plain_date(mark.day)
    if mark.label:
        return _("{day}: {subject}").format(day=day, subject=mark.label)
    if mark.kind is MarkKind.MEETING:
        return _("Meeting on {day}").format(day=day)
    return _("Call on {day}").format(day=day)


def project_words(name: str, project: ThreadProject, today: date) -> str:
    """What a project's diamond says."""
    if project.when.day is not None:
        when = short_date(project.when.first_day, today)
    elif project.when.month is not None:
        when = short_month_and_year(project.when.first_day)
    else:
        when = str(project.when.year)
    return _("{project} · {when}").format(project=name, when=when)
