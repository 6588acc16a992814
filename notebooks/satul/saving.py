"""What of a notebook's outputs is kept in its file."""

from typing import Any

_WIDGET = "application/vnd.jupyter.widget-view+json"


def keep_still_form(model: dict[str, Any], **_: Any) -> None:
    """Save an answer's still form instead of its widget, which is gone when the notebook is opened again.

    A ``pre_save_hook`` of Jupyter's contents manager.
    """
    if model.get("type") != "notebook" or not isinstance(model.get("content"), dict):
        return
    for cell in model["content"].get("cells", []):
        for output in cell.get("outputs", []):
            data = output.get("data")
            if isinstance(data, dict) and _WIDGET in data and "text/html" in data:
                del data[_WIDGET]
