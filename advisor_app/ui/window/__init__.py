"""The shell: rail, search, pages, status bar, keys."""
