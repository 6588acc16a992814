"""Lines of tables, before they are written."""

from typing import Any

from codekids_hub.storage.tables import Table

Lines = dict[type[Table], list[dict[str, Any]]]
