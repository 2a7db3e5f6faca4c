"""Names of channels, consents and introductions."""

from advisor_app.domain.codes import Channel, ConsentUse
from advisor_app.i18n import _, pgettext


def channel_label(channel: Channel) -> str:
    """A channel's name."""
    return {
        Channel.BRANCH: _("Meeting at the branch"),
        Channel.HOME: _("Meeting at the client's home"),
        Channel.WORKPLACE: _("Meeting at the client's workplace"),
        Channel.EVENT: _("Event"),
        Channel.COUNTER: _("Counter"),
        Channel.VIDEO: _("Video"),
        Channel.PHONE: _("Phone call"),
        Channel.LETTER: pgettext("channel", "Letter"),
        Channel.CARD: _("Handwritten card"),
        Channel.EMAIL: _("E-mail"),
        Channel.MESSAGE: _("Secure message"),
        Channel.SMS: _("Text message"),
    }[channel]


def consent_label(use: ConsentUse) -> str:
    """A use's name, as a tag says it."""
    return {
        ConsentUse.LETTER: pgettext("consent", "Letters"),
        ConsentUse.PHONE: pgettext("consent", "Phone"),
        ConsentUse.EMAIL: pgettext("consent", "E-mail"),
        ConsentUse.SMS: pgettext("consent", "Text messages"),
        ConsentUse.MEETING: pgettext("consent", "Meetings"),
        ConsentUse.HOME_VISIT: pgettext("consent", "Home visits"),
        ConsentUse.EVENTS: pgettext("consent", "Events"),
        ConsentUse.PROXIMITY: pgettext("consent", "Distance to the branch"),
        ConsentUse.LIFE_EVENTS: pgettext("consent", "Life events"),
        ConsentUse.SHARE_IN_HOUSEHOLD: pgettext("consent", "Sharing in the household"),
        ConsentUse.INTRODUCTIONS: pgettext("consent", "Introductions"),
    }[use]


def refused_label(use: ConsentUse) -> str:
    """A refused use, as a tag says it; whole, because "refused" agrees with what is."""
    return {
        ConsentUse.LETTER: pgettext("consent", "Letters refused"),
        ConsentUse.PHONE: pgettext("consent", "Phone refused"),
        ConsentUse.EMAIL: pgettext("consent", "E-mail refused"),
        ConsentUse.SMS: pgettext("consent", "Text messages refused"),
        ConsentUse.MEETING: pgettext("consent", "Meetings refused"),
        ConsentUse.HOME_VISIT: pgettext("consent", "Home visits refused"),
        ConsentUse.EVENTS: pgettext("consent", "Events refused"),
        ConsentUse.PROXIMITY: pgettext("consent", "Distance to the branch refused"),
        ConsentUse.LIFE_EVENTS: pgettext("consent", "Life events refused"),
        ConsentUse.SHARE_IN_HOUSEHOLD: pgettext("consent", "Sharing in the household refused"),
        ConsentUse.INTRODUCTIONS: pgettext("consent", "Introductions refused"),
    }[use]
