"""JupyterLab's words in Romanian, for what a child can meet of it: ``locale/ro_RO/LC_MESSAGES/*.json``."""
