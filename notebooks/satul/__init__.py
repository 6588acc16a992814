"""The village: the one library that a child imports.

``from satul import *`` gives a turtle, charts, ``check`` and ``hint``, each by its English and its Romanian
word (the table is ``satul.names``). Pure Python: it also runs in a browser's Python.
"""

from typing import TYPE_CHECKING

from satul.commands import Command
from satul.names import public_namespace

if TYPE_CHECKING:

    def __getattr__(name: str) -> Command: ...


_public = public_namespace()
globals().update(_public)
__all__ = tuple(_public)
