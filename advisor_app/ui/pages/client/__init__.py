"""One client: the thread."""
