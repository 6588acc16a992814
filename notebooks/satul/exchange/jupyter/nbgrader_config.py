"""nbgrader's configuration in a workspace of the club. ``c`` is given by whoever reads this file."""

from satul.exchange.config import configure

configure(c)  # type: ignore[name-defined]  # noqa: F821
