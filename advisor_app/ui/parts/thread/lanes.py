"""Where the lanes of the whole thread lie, in logical pixels from its top."""

# Heights of the lanes' middles, from the top.
NAMES, PERIODS, TITLES, DATES, LINE, PROJECTS, BASE, YEARS = 12, 24, 43, 58, 80, 108, 146, 160
TODAY_TITLE, TODAY_CLOCK = 36, 51
HEIGHT = 168
