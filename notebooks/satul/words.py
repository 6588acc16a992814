"""The sentences that satul says, one file a language beside this module (``languages/<code>.toml``)."""

import functools
import os

LANGUAGES = ("ro", "en")

_chosen: str | None = None


def use(language: str | None) -> None:
    """Speak ``language`` ("ro" or "en") from now on; ``None`` goes back to the workspace's language."""
    global _chosen
    _chosen = language if language in LANGUAGES else None


def language() -> str:
    """The language that the child reads: the notebook's, else the workspace's, else Romanian."""
    if _chosen:
        return _chosen
    wanted = os.environ.get("CODEKIDS_LANGUAGE", "")
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


def say(key: str, /, **values: object) -> str:
    """The sentence named ``key`` ("topic.name") in the child's language, with its blanks filled."""
    return _sentences(language())[key].format(**values)


def count(key: str, n: int) -> str:
    """``n`` things in words. Romanian counts in three ways: o linie, 2 linii, 20 de linii."""
    few = 2 <= n <= 19 or n == 0 or 1 <= n % 100 <= 19
    form = "one" if n == 1 else "few" if few else "many"
    return say(f"{key}.{form}", n=n)


@functools.cache
def _sentences(code: str) -> dict[str, str]:
    import tomllib
    from pathlib import Path

    text = (Path(__file__).parent / "languages" / f"{code}.toml").read_text(encoding="utf-8")
    return dict(_flat(tomllib.loads(text)))


def _flat(table: dict[str, object], prefix: str = "") -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for name, value in table.items():
        key = f"{prefix}{name}"
        pairs += _flat(value, f"{key}.") if isinstance(value, dict) else [(key, str(value))]
    return pairs
