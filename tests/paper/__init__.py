"""Invented papers, and what reads printed ones back."""
