"""Bank folders for tests, and what reading them gives."""
