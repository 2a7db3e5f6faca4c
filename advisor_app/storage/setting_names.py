"""The names under which a store remembers small things."""

ADVISOR = "advisor"
LANGUAGE = "language"
LIVES_AT = "lives_at"
ZONE = "zone"
DEFAULT_ZONE = "Europe/Paris"
SUGGESTIONS_A_DAY = "suggestions_a_day"
SUGGESTIONS_DRAWN = "suggestions_drawn_percent"
# The newest entry's number and hash stand apart from the trail, so that a shortened one shows.
TRAIL_HEAD = "trail_head"
# What the window showed last: its frame, and the page of the day.
KEPT_FRAME = "kept_frame"
KEPT_TODAY = "kept_today"
KEPT = (KEPT_FRAME, KEPT_TODAY)
# What an advisor leaves out of briefing sheets, by his reference.
SHEETS_WITHOUT = "sheets_without {advisor}"
# What he hides on them, with the day for which that holds.
SHEETS_HIDE = "sheets_hide {advisor}"
