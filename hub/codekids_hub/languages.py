"""The languages in which the club speaks: one list, so that a third one is a catalogue away."""

LANGUAGES = ("ro", "en")
"""Codes of the languages that have a complete catalogue, the first being the default."""

DEFAULT_LANGUAGE = LANGUAGES[0]

COOKIE = "codekids-language"
"""Keeps the language in which somebody met us last on a device."""

LANGUAGE_NAMES = {"ro": "Română", "en": "English"}
"""A language's name in the language itself, as a switch shows it."""
