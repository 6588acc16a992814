"""The language of JupyterLab's own words: a user setting, which Lab reads each time that a page is opened."""

import json
import os
import tempfile
from pathlib import Path

LOCALES = {"ro": "ro_RO", "en": "en"}
"""Our languages by the names of JupyterLab's language packs."""

SETTING = Path("@jupyterlab", "translation-extension", "plugin.jupyterlab-settings")


def choose(settings_folder: Path, language: str) -> None:
    """Let JupyterLab speak a language (``ro`` or ``en``) from the next page on.

    Raises OSError when the folder takes no file.
    """
    target = settings_folder / SETTING
    words = json.dumps({"locale": LOCALES[language]})
    if target.is_file() and target.read_text(encoding="utf-8") == words:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(words)
    Path(name).replace(target)
