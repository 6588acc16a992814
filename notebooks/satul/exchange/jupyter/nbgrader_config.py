"""nbgrader's configuration in a workspace of the club."""

from traitlets.config import get_config

from satul.exchange.config import configure

configure(get_config())
