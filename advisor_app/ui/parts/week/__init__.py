"""The week: one painted grid for the agenda and for choosing a time."""

from advisor_app.ui.parts.week.blocks import WAITING_TYPE, FreeBlock, Wished
from advisor_app.ui.parts.week.widget import WeekView

__all__ = ["WAITING_TYPE", "FreeBlock", "WeekView", "Wished"]
