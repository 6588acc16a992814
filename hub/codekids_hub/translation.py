"""Every sentence in Romanian and English: the catalogues, and the choice between them.

In a source file or template a sentence stands in English inside ``_()``, ``N_()`` or ``ngettext()``; its
translations stand in ``locale/<language>/LC_MESSAGES/codekids.po``, read as they are. To take new sentences in,
from the project's root::

    pybabel extract -F hub/babel.cfg -k translate --no-location --sort-output \\
        -o codekids.pot hub/codekids_hub grading/codekids_grading
    pybabel update -D codekids -i codekids.pot -d hub/codekids_hub/locale \\
        --no-fuzzy-matching --ignore-obsolete --no-wrap

then write the empty ``msgstr`` and delete ``codekids.pot``. A test fails while a sentence has no translation.
"""

import gettext
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.core import negotiate_locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from codekids_hub.languages import DEFAULT_LANGUAGE, LANGUAGES

LOCALE = Path(__file__).with_name("locale")
DOMAIN = "codekids"


class UnknownLanguageError(LookupError):
    """There is no catalogue for this language; the message names the ones there are."""

    def __init__(self, language: str) -> None:
        super().__init__(f"no language {language!r}; there are {', '.join(LANGUAGES)}")
        self.language = language


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The sentences of ``language``; its ``gettext`` and ``ngettext`` are what templates call.

    :raises UnknownLanguageError: ``language`` is not one of :data:`codekids_hub.languages.LANGUAGES`
    """
    if language not in LANGUAGES:
        raise UnknownLanguageError(language)
    compiled = BytesIO()
    with (LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=language, abort_invalid=True))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def choose_language(accept_language: str | None, kept: str | None, default: str = DEFAULT_LANGUAGE) -> str:
    """The language for a person: the one ``kept`` for them, else the browser's, else the installation's.

    :param accept_language: the header of that name, as it came
    """
    if kept in LANGUAGES:
        return str(kept)
    wished = _by_weight(accept_language or "")
    return negotiate_locale(wished, LANGUAGES, sep="-") or default


def _by_weight(header: str) -> list[str]:
    """The languages of an ``Accept-Language`` header, the dearest first."""
    weighted = []
    for part in header.split(","):
        tag, _, parameter = part.strip().partition(";")
        try:
            weight = float(parameter.strip().removeprefix("q=") or 1)
        except ValueError:
            continue
        if tag and weight > 0:
            weighted.append((weight, tag.strip()))
    return [tag for _, tag in sorted(weighted, key=lambda pair: -pair[0])]
