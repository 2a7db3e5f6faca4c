"""Keys as they are written on the keyboards of a language."""

from advisor_app.i18n import _, pgettext

_ARROWS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def key_words(keys: str) -> str:
    """A shortcut such as `Ctrl+Shift+P` in the present language."""
    parts = ["+" if part == "" else part for part in _split(keys)]
    return "+".join(_key(part) for part in parts)


def _split(keys: str) -> list[str]:
    if keys.endswith("++"):
        return [*keys[:-2].split("+"), ""]
    return keys.split("+")


def _key(part: str) -> str:
    return {
        "Ctrl": pgettext("key", "Ctrl"),
        "Shift": pgettext("key", "Shift"),
        "Alt": pgettext("key", "Alt"),
        "Return": _("Enter"),
        "Del": pgettext("key", "Del"),
        "Esc": _("Esc"),
        "PgUp": pgettext("key", "PgUp"),
        "PgDown": pgettext("key", "PgDn"),
        "Space": pgettext("key", "Space"),
    }.get(part, _ARROWS.get(part, part))
