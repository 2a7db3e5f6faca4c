"""The command line, or the window."""
