"""Writes a bank's rows in bulk: `writer` is the way in."""
