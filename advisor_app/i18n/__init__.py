"""The only gettext: words, sentences and formats in four languages."""
