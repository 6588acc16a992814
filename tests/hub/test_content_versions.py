"""Which version of a set is here: told by its content, since the day on which it came, with the linter's last word."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from codekids_exercises.linted import Proof, Report
from codekids_exercises.rules.base import Finding
from codekids_hub import content_versions
from codekids_hub.settings import Settings

NOW = datetime(2026, 11, 19, 16, 30, tzinfo=UTC)


def a_set(settings: Settings, words: str, homework: str = "acasă") -> None:
    """A set in its source form and as it is released."""
    for folder, text in (
        (settings.content / "beginners" / "our-weather", f"{words} {homework} with the solution"),
        (settings.released / "our-weather" / "one-day", words),
        (settings.released / "our-weather" / "homework", homework),
    ):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "ro.json").write_text(text, encoding="utf-8")


def a_place(folder: Path) -> Settings:
    return Settings(data=folder / "data", content=folder / "sets")


def test_a_version_changes_with_its_content_and_keeps_its_day_otherwise(tmp_path: Path) -> None:
    settings = a_place(tmp_path)
    a_set(settings, "vremea")
    content_versions.keep_versions(settings, NOW)
    first = content_versions.read_versions(settings)["our-weather"]
    content_versions.keep_versions(settings, NOW + timedelta(days=1))
    assert content_versions.read_versions(settings)["our-weather"] == first
    assert first.since_at == NOW
    a_set(settings, "vremea", homework="altceva")
    content_versions.keep_versions(settings, NOW + timedelta(days=2))
    second = content_versions.read_versions(settings)["our-weather"]
    assert second.challenges == first.challenges and second.homework != first.homework
    assert second.since_at == NOW + timedelta(days=2)


def test_the_linters_word_is_about_the_version_that_it_read(tmp_path: Path) -> None:
    settings = a_place(tmp_path)
    a_set(settings, "vremea")
    proofs = tuple(Proof("our-weather", "set", "beginners", language, {}) for language in ("ro", "en"))
    found = Finding("short-words", "our-weather/one-day", "ro", "too long")
    content_versions.keep_lint(tmp_path, settings.content, Report((found,), proofs), NOW)
    linted = content_versions.read_lint(tmp_path)["our-weather"]
    assert (linted.findings, linted.looked_at) == (1, NOW)
    assert linted.source == content_versions.source_digest(settings.content, "our-weather")
    a_set(settings, "vremea de azi")
    assert linted.source != content_versions.source_digest(settings.content, "our-weather")
    assert content_versions.source_digest(settings.content, "no-such") is None


def test_nothing_kept_is_nothing_known(tmp_path: Path) -> None:
    settings = a_place(tmp_path)
    assert content_versions.read_versions(settings) == {}
    (tmp_path / ".codekids").mkdir()
    content_versions.lint_file(tmp_path).write_text("broken {")
    assert content_versions.read_lint(tmp_path) == {}
