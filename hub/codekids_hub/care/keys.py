"""The operator's key: one line in a file beside the data, made at the first backup. Without it no copy can be read."""

import os
from pathlib import Path

import pyrage

from codekids_hub.refusals import Refusal


class NoKey(Refusal):
    """There is no key to open a copy with."""

    message = (
        "The key %(file)s is not there, and without it a copy cannot be read. "
        "Bring the file that you kept elsewhere, or name it with --key."
    )


class BadKey(Refusal):
    """The file is there and is no key."""

    message = "%(file)s is no key: it must hold one line that begins with AGE-SECRET-KEY-1."


def make(file: Path) -> bool:
    """Make the key unless it is there.

    :returns: whether it was made now, and the operator has to be told to keep it elsewhere, too
    """
    if file.exists():
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as opened:
        opened.write(f"{pyrage.x25519.Identity.generate()}\n")
        opened.flush()
        os.fsync(opened.fileno())
    try:
        os.link(draft, file)
    except FileExistsError:
        return False
    finally:
        draft.unlink()
    return True


def read(file: Path) -> pyrage.x25519.Identity:
    """The key in a file.

    :raises NoKey: the file is not there
    :raises BadKey: it holds something else
    """
    if not file.exists():
        raise NoKey(file=file)
    try:
        return pyrage.x25519.Identity.from_str(file.read_text(encoding="ascii").strip())
    except (ValueError, pyrage.IdentityError) as error:
        raise BadKey(file=file) from error
