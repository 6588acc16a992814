"""The warm parent of workspaces: has everything imported, and forks for each child. It runs no child's code and knows no secret.

``python -m satul.workspace.warm`` is started by the hub behind walls that show all homes (see :mod:`satul.workspace.warm.parent`).
Each fork parts itself from everything (:mod:`~satul.workspace.warm.apart`), becomes the keeper of one child's processes
(:mod:`~satul.workspace.warm.keeper`), and starts the server and its kernels by forking once more.
"""
