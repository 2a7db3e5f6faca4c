"""A picture of the window."""
