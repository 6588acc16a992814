"""Read by ``jupyterhub -f``; settings come from the environment that the ``codekids`` command made."""

from codekids_hub.configuration import configure
from codekids_hub.settings import process_settings

configure(get_config(), process_settings())  # type: ignore[name-defined]  # noqa: F821 - traitlets provides it
