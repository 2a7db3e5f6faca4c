"""Who comes along to an appointment, in words."""

from advisor_app.domain.appointments import Moved
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.formats import listed


def company_lines(moved: Moved) -> list[str]:
    """Who comes along from now on, and what was printed before that."""
    now = moved.after
    if now.colleague is None:
        lines = [_("Nobody comes along to appointment {ref}.").format(ref=now.ref)]
    else:
        sentence = _("{colleague} comes along to appointment {ref}.")
        lines = [sentence.format(colleague=now.colleague, ref=now.ref)]
    if moved.papers and moved.before.colleague != now.colleague:
        count = len(moved.papers)
        lines.append(
            ngettext(
                "{count} paper was printed before this; see whether to print it again: {codes}.",
                "{count} papers were printed before this; see whether to print them again: "
                "{codes}.",
                count,
            ).format(count=count, codes=listed(moved.papers))
        )
    return lines
