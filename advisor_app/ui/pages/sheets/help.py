"""What F1 says of the papers."""

from advisor_app.i18n import _


def sheets_help() -> tuple[str, ...]:
    """How one gets from the list of papers to paper."""
    return (
        _(
            "The papers of the day stand at the left. ↑ and ↓ move between them, Space ticks "
            "what is to be printed."
        ),
        _("The preview shows exactly what leaves the printer; Ctrl+P prints what is ticked."),
        _(
            "Beside it stand what is on the sheets, what is hidden on them, and how they are "
            "printed. What you leave out is kept for the next time, what you hide until tonight."
        ),
        _("A client's sheet and letters are reached from the client's page, under Documents."),
    )
