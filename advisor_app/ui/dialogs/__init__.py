"""Questions that pages and the shell ask alike."""
