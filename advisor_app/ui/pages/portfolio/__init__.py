"""The portfolio: find and gather."""
