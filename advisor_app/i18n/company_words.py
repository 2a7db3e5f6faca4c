"""Who comes along to an appointment, in words."""

from advisor_app.domain.appointments import Moved
from advisor_app.domain.companions import Companion
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
    return [*lines, *_printed(moved)]


def company_sentence(name: str, companion: str | None, moved: Moved) -> str:
    """The same where clients and advisor are known by name."""
    words = _("{name}: nobody else of the bank comes.")
    if companion is not None:
        words = _("{name}: {companion} comes along.")
    return " ".join([words.format(name=name, companion=companion), *_printed(moved)])


def companion_label(one: Companion) -> str:
    """Who may come along, where one is chosen from several."""
    return _("{name} (former advisor)").format(name=one.name) if one.served_before else one.name


def joined_words(host: str) -> str:
    """That the meeting is somebody else's, to whom the advisor comes along."""
    return _("you join {advisor}").format(advisor=host)


def _printed(moved: Moved) -> list[str]:
    """The papers that say something else, or nothing at all."""
    count = len(moved.papers)
    if not count or moved.before.colleague == moved.after.colleague:
        return []
    words = ngettext(
        "{count} paper was printed before this; see whether to print it again: {codes}.",
        "{count} papers were printed before this; see whether to print them again: {codes}.",
        count,
    )
    return [words.format(count=count, codes=listed(moved.papers))]
