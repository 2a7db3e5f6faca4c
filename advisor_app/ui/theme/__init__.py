"""Colours, sizes, type and style: the only place of the window that knows a literal of them."""
