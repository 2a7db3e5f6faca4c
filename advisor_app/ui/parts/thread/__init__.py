"""The thread of a relation on the screen: one painter, three sizes, and the widget around it."""

from advisor_app.ui.parts.thread.painter import Hit, ThreadPainter
from advisor_app.ui.parts.thread.widget import ThreadWidget

__all__ = ["Hit", "ThreadPainter", "ThreadWidget"]
