"""The workspace's server, imported in a Python of its own."""

import os
import subprocess
import sys

CODE = """
import os, sys
from satul.workspace import server
before = dict(os.environ)
run = server.load()
import jsonschema
checker = jsonschema.FormatChecker()
print(callable(run), os.environ == before)
print(sys.modules[server.WITHOUT], "email" in checker.checkers, "iri" in checker.checkers)
"""


def _printed(environment: dict[str, str]) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", CODE], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.split()


def test_the_server_is_imported_without_the_grammar_and_nothing_else_changes() -> None:
    assert _printed(dict(os.environ)) == ["True", "True", "None", "True", "False"]


def test_no_path_stays_no_path() -> None:
    without = {name: value for name, value in os.environ.items() if name != "PATH"}
    assert _printed(without)[1] == "True"
