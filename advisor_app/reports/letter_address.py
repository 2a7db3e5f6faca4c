"""How people are addressed in a letter, and on its envelope (DOMAIN.md, "Forms of address")."""

from collections.abc import Sequence

from advisor_app.domain.briefing import BriefedClient
from advisor_app.domain.codes import Title
from advisor_app.domain.local_text import LocalText
from advisor_app.domain.names import spoken_name
from advisor_app.i18n import language
from advisor_app.playbooks.letters import letter_words

_COUPLE = 2


def address_lines(clients: Sequence[BriefedClient]) -> tuple[str, ...]:
    """Who, street, town; the address is that of the first of them."""
    first = clients[0]
    town = " ".join(part for part in (first.postal_code, first.city) if part)
    return (*_names(clients), *(part for part in (first.street, town) if part))


def _names(clients: Sequence[BriefedClient]) -> tuple[str, ...]:
    words = letter_words().address
    if _share_a_name(clients):
        return (_said(words["couple"], last=clients[0].last_name or ""),)
    return tuple(_name(client) for client in clients)


def _share_a_name(clients: Sequence[BriefedClient]) -> bool:
    titles = {client.title for client in clients}
    names = {client.last_name for client in clients}
    return len(clients) == _COUPLE and titles == {Title.MR, Title.MRS} and len(names) == 1


def _name(client: BriefedClient) -> str:
    name = spoken_name(client.first_name, client.last_name) or client.ref
    words = letter_words().address
    form = words.get(client.title.value) if client.title else None
    return _said(form, name=name) if form else name


def called(clients: Sequence[BriefedClient]) -> str:
    """As these people are spoken to, "Madame Aubry"; empty where not everybody's form is known."""
    words = letter_words().called
    if not all(_known(client) for client in clients):
        return ""
    if _share_a_name(clients):
        return _said(words["couple"], last=clients[0].last_name or "")
    return ", ".join(
        _said(words[client.title.value], last=client.last_name or "")
        for client in clients
        if client.title
    )


def greeting(clients: Sequence[BriefedClient]) -> str:
    """What the letter opens with; neutral where a title is not known."""
    words = letter_words().greeting
    titles = [client.title for client in clients]
    if len(clients) > _COUPLE or not all(_known(client) for client in clients):
        return words["anybody"].in_language(language())
    if len(clients) == _COUPLE and (same := _both_alike(titles)):
        return same
    ordered = sorted(clients, key=lambda client: client.title is not Title.MRS)
    forms = ("{title}", "then_{title}")
    return ", ".join(
        _said(words[form.format(title=client.title)], last=client.last_name or "")
        for form, client in zip(forms, ordered, strict=False)
    )


def _known(client: BriefedClient) -> bool:
    return client.title in {Title.MR, Title.MRS} and bool(client.last_name)


def _both_alike(titles: list[Title | None]) -> str:
    """One word for two women or two men, in the languages that have one."""
    if titles[0] != titles[1] or titles[0] is None:
        return ""
    return letter_words().greeting[f"several_{titles[0].value}"].in_language(language())


def _said(text: LocalText, **fields: str) -> str:
    return text.in_language(language()).format(**fields)
