"""JupyterLab's words in Romanian: complete for our own extension, well-formed for the rest."""

import json
import re
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

import satul

WORKSPACE = Path(satul.__file__).parent / "workspace"
STATIC = WORKSPACE / "data" / "labextensions" / "@codekids" / "quiet" / "static"
PACK = WORKSPACE / "langpack" / "locale" / "ro_RO" / "LC_MESSAGES"
CATALOGUES = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in PACK.glob("*.json")}
LAB_STATIC = Path(sys.prefix) / "share" / "jupyter" / "lab" / "static"
MUST_HAVE = (
    "Kernel Restarting",
    "The kernel for %1 appears to have died. It will restart automatically.",
    "Restart Kernel?",
    "Server Connection Error",
    "Cannot Save",
    "File Save Error for %1",
    "File Load Error for %1",
    "File Changed",
    "Overwrite",
    "Revert",
    "Save",
    "Cancel",
    "Ok",
    "Select Kernel",
    "Error Starting Kernel",
    "Cell not executed due to pending input",
    "Code Cell Content",
    "Show more outputs",
    "Completions",
)


def said(domain: str) -> dict[str, list[str]]:
    return {key: words for key, words in CATALOGUES[domain].items() if key}


def test_the_pack_is_found_by_jupyterlab() -> None:
    found = {point.name: point for point in entry_points(group="jupyterlab.languagepack")}
    module = found["ro_RO"].load()
    assert Path(module.__file__).parent == WORKSPACE / "langpack"


def test_every_word_of_our_extension_is_there_and_used() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in STATIC.glob("*.js"))
    asked = set(re.findall(r'words\.__\("([^"]+)"', code))
    asked |= {words for words in re.findall(r'/, "([^"%]+)"\]', code)}
    assert asked == said("codekids_quiet").keys()


@pytest.mark.parametrize("msgid", MUST_HAVE)
def test_what_a_child_can_meet_is_there(msgid: str) -> None:
    assert said("jupyterlab")[msgid][0] not in ("", msgid)


@pytest.mark.parametrize("domain", CATALOGUES)
def test_well_formed(domain: str) -> None:
    head = CATALOGUES[domain][""]
    assert (head["domain"], head["language"]) == (domain, "ro-RO")
    assert head["plural_forms"].startswith("nplurals=3;")
    for msgid, words in said(domain).items():
        assert all(words), msgid
        assert len(words) in (1, 3), msgid
        assert not re.search("[şţŞŢ]", "".join(words)), f"cedilla in {msgid}"
        asked = set(re.findall(r"%\d", msgid))
        assert all(set(re.findall(r"%\d", form)) <= asked for form in words), msgid


def test_every_word_of_jupyterlab_exists_there() -> None:
    core = next(LAB_STATIC.glob("jlab_core.*.js")).read_text(encoding="utf-8")
    for msgid in said("jupyterlab"):
        escaped = json.dumps(msgid, ensure_ascii=False)[1:-1]
        assert any(form in core for form in (msgid, escaped, escaped.replace('\\"', '"'))), msgid
