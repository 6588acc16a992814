"""The club: JupyterHub's configuration, people, cards, workspaces, progress and pages."""
