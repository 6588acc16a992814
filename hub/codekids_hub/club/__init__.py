"""The club service at ``/services/club/``: people's homes and the API of workspaces, on FastAPI."""
