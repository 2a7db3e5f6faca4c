"""The sheets of a day: see, print, save."""
