"""The languages that every word must exist in."""

LANGUAGES = ("ro", "en")
"""Romanian first. A third language is one more code here and its files in every challenge."""
