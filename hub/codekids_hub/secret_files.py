"""Key files: made once, kept in a folder that only the operator can read, never in a log or an environment dump."""

import os
import secrets
from pathlib import Path


def secret(folder: Path, name: str) -> str:
    """The secret ``name``: 64 hexadecimal digits (256 bits), made at the first call and the same ever after.

    Two processes that make it at the same moment end with the same secret: the first one to link the file wins.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / name
    if not path.exists():
        draft = folder / f".{name}.{os.getpid()}.{secrets.token_hex(4)}"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_hex(32))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()
