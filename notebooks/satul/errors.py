"""What satul says when a command cannot do what a child asked."""


class KindError(Exception):
    """A command got something that it cannot use.

    Its text is one sentence in the child's language, and all that a notebook shows: nothing of satul's own
    code. The line of the child's code is added by ``satul.explain``.
    """

    def _render_traceback_(self) -> list[str]:
        return [str(self)]
