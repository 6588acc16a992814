"""Every action that is noted anywhere has words for a librarian."""

import re
from pathlib import Path

import codekids_hub
from codekids_hub import audit_words
from codekids_hub.consents import Purpose
from codekids_hub.people import Role
from codekids_hub.phases import Phase

SOURCES = Path(codekids_hub.__path__[0])


def noted() -> set[str]:
    """The actions in the sources, also those that are put together."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.py"))
    calls = re.findall(r"\bnote\(\s*session,\s*[\w.]+,\s*(f?)\"([^\"]+)\"", text)
    assert len(calls) > 20
    phases = tuple(each.value for each in Phase)
    values = {"phase.value": phases, "before.value": phases}
    values |= {"role.value": ("librarian", "mentor"), "purpose.value": tuple(each.value for each in Purpose)}
    found = set()
    for formatted, action in calls:
        inside = re.search(r"{([^}]+)}", action) if formatted else None
        options = values.get(inside[1]) if inside else None
        found |= {action.replace(inside[0], each) for each in options} if inside and options else {action}
    return found


def test_no_action_is_without_words() -> None:
    missing = noted() - set(audit_words.ACTIONS) - audit_words.NOT_HERS
    assert not missing, f"give them words in audit_words.ACTIONS: {sorted(missing)}"


def test_roles_that_are_given_have_words() -> None:
    assert {f"give-{role.value}" for role in (Role.LIBRARIAN, Role.MENTOR)} <= set(audit_words.ACTIONS)
