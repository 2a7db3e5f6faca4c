"""The demonstration portfolio: an invented French bank around 23 April 2026."""
