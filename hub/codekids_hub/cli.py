"""The ``codekids`` command: one group, each command in a module of ``commands``."""

import click

from codekids_exercises.challenge import ContentError
from codekids_hub.commands.demo import demo
from codekids_hub.commands.locking import lock
from codekids_hub.commands.people import card, people
from codekids_hub.commands.serving import up
from codekids_hub.commands.sets import sets
from codekids_hub.commands.testing import test
from codekids_hub.refusals import Refusal
from codekids_hub.settings import SettingError


class Friendly(click.Group):
    """A group whose commands refuse in one sentence instead of a traceback."""

    def invoke(self, context: click.Context) -> object:
        """Run the command."""
        try:
            return super().invoke(context)
        except (ContentError, Refusal, SettingError) as error:
            raise click.ClickException(str(error)) from error


@click.group(cls=Friendly, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="codekids-hub", prog_name="codekids")
def main() -> None:
    """CODE Kids Hub: a Python workspace in the browser for every child of a library club."""


for command in (demo, up, people, card, sets, test, lock):
    main.add_command(command)
