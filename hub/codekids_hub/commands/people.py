"""``codekids people ...`` and ``codekids card``: clubs, adults and children from the command line.

The librarian's pages come for daily use; this is how an installation gets its first club.
"""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
import segno
from sqlalchemy import select
from sqlalchemy.orm import Session

from codekids_hub import cards, clubs, consents, second_factor
from codekids_hub import people as rules
from codekids_hub.addresses import Addresses
from codekids_hub.animals import find_animal
from codekids_hub.clubs import NewClub
from codekids_hub.commands.options import data_option, demo_option, migrated, settings_for
from codekids_hub.commands.privacy import erase, export
from codekids_hub.languages import LANGUAGES
from codekids_hub.levels import Level
from codekids_hub.people import Role
from codekids_hub.secret_files import secret
from codekids_hub.settings import Settings
from codekids_hub.storage.tables import Adult, Club
from codekids_hub.times import meeting


@click.group()
@demo_option
@data_option
@click.pass_context
def people(context: click.Context, demo: bool, data: Path | None) -> None:
    """Add clubs, adults and children."""
    context.obj = settings_for(demo, data)


@people.command("add-club")
@click.argument("code")
@click.option("--library", required=True, help="Name of the library.")
@click.option("--locality", required=True)
@click.option("--county", required=True)
@click.option("--country", default="RO", show_default=True)
@click.option("--language", default="ro", show_default=True, type=click.Choice(LANGUAGES))
@click.option(
    "--day", "meeting_day", default=3, show_default=True, help="Meeting day: 0 is Monday, 6 is Sunday."
)
@click.option("--hour", "meeting_hour", default="16:30", show_default=True)
@click.pass_obj
def add_club(settings: Settings, /, **values: Any) -> None:
    """Add a club; CODE is what children type, 3 to 12 letters and digits."""
    with migrated(settings) as database, database.write() as session:
        club = clubs.add_club(session, NewClub(**values), datetime.now(UTC))
        click.echo(f"Added club {club.code}: {club.library}, {club.locality}.")


@people.command("change-club")
@click.argument("code")
@click.option("--library", help="Name of the library.")
@click.option("--locality")
@click.option("--county")
@click.option("--country")
@click.option("--language", type=click.Choice(LANGUAGES))
@click.option("--day", "meeting_day", type=int, help="Meeting day: 0 is Monday, 6 is Sunday.")
@click.option("--hour", "meeting_hour", help="Such as 16:30.")
@click.pass_obj
def change_club(settings: Settings, /, code: str, **values: Any) -> None:
    """Change what is known of the club CODE; what is not named stays as it is."""
    with migrated(settings) as database, database.write() as session:
        club = rules.club_by_code(session, code)
        told = {name: value for name, value in values.items() if value is not None}
        clubs.change_club(session, club, replace(clubs.details_of(club), **told), datetime.now(UTC))
        click.echo(
            f"{club.code}: {club.library}, {club.locality}, {meeting(club.meeting_day, club.meeting_hour, 'en')}."
        )


@people.command("remove-club")
@click.argument("code")
@click.pass_obj
def remove_club(settings: Settings, /, code: str) -> None:
    """Take out the club CODE, which nobody has used yet."""
    with migrated(settings) as database, database.write() as session:
        club = rules.club_by_code(session, code)
        clubs.remove_club(session, club, datetime.now(UTC))
        click.echo(f"Taken out: {club.code}, {club.library}, {club.locality}.")


@people.command("add-adult")
@click.argument("name")
@click.option(
    "--librarian-of", multiple=True, metavar="CODE", help="Librarian of this club; may stand several times."
)
@click.option(
    "--mentor-of", multiple=True, metavar="CODE", help="Mentor of this club; may stand several times."
)
@click.option("--coordinator", is_flag=True)
@click.password_option(help="At least 10 characters; asked for when it is not given.")
@click.pass_obj
def add_adult(
    settings: Settings,
    name: str,
    librarian_of: tuple[str, ...],
    mentor_of: tuple[str, ...],
    coordinator: bool,
    password: str,
) -> None:
    """Add an adult who logs in with NAME and a password, with duties for clubs."""
    with migrated(settings) as database, database.write() as session:
        adult = rules.add_adult(session, name, password, datetime.now(UTC), coordinator=coordinator)
        _give(session, adult, librarian_of, mentor_of)
        click.echo(f"Added {adult.name}.")


@people.command("give")
@click.argument("name")
@click.option(
    "--librarian-of", multiple=True, metavar="CODE", help="Librarian of this club; may stand several times."
)
@click.option(
    "--mentor-of", multiple=True, metavar="CODE", help="Mentor of this club; may stand several times."
)
@click.pass_obj
def give(settings: Settings, name: str, librarian_of: tuple[str, ...], mentor_of: tuple[str, ...]) -> None:
    """Give the adult NAME, who is there already, more clubs."""
    with migrated(settings) as database, database.write() as session:
        adult = rules.adult_by_name(session, name)
        _give(session, adult, librarian_of, mentor_of)
        click.echo(f"{adult.name}: {', '.join(role.value for role in rules.roles_of(session, adult))}.")


@people.command("password")
@click.argument("name")
@click.password_option(help="At least 10 characters; asked for when it is not given.")
@click.pass_obj
def change_password(settings: Settings, name: str, password: str) -> None:
    """Give the adult NAME another password."""
    with migrated(settings) as database, database.write() as session:
        rules.change_password(session, rules.adult_by_name(session, name), password, datetime.now(UTC))
    click.echo(f"{name} has a new password.")


@people.command("reset-second-factor")
@click.argument("name")
@click.pass_obj
def reset_second_factor(settings: Settings, name: str) -> None:
    """Take the second step of NAME's login away, when the phone and the paper are lost."""
    with migrated(settings) as database, database.write() as session:
        adult = rules.adult_by_name(session, name)
        second_factor.reset(session, adult, rules.OPERATOR, datetime.now(UTC))
    click.echo(f"{adult.name} logs in with the password alone, and sets the second step up anew.")


@people.command("add-children")
@click.argument("code")
@click.option(
    "--level",
    default=Level.BEGINNERS.value,
    show_default=True,
    type=click.Choice([each.value for each in Level]),
)
@click.option(
    "--signed",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day on which the parents signed, such as 2026-11-19; without it the children cannot log in "
    "until the librarian has recorded the papers.",
)
@click.pass_obj
def add_children(settings: Settings, code: str, level: str, signed: datetime | None) -> None:
    """Add children to the club CODE from a pasted list of nicknames on standard input, and deal their cards."""
    if sys.stdin.isatty():
        click.echo("Paste the nicknames, one a line; end with an empty line and Ctrl-D.")
    nicknames = rules.parse_nicknames(sys.stdin.read())
    now = datetime.now(UTC)
    with migrated(settings) as database, database.write() as session:
        club = rules.club_by_code(session, code)
        added = rules.add_children(session, club, nicknames, Level(level), now)
        pepper = secret(settings.secrets, "pepper")
        for child in added:
            if signed is not None:
                (paper,) = consents.next_papers(session, club, 1, now)
                consents.record(session, child, [consents.Purpose.CLUB], signed.date(), paper, now)
            _show(cards.deal(session, child, pepper, now), Addresses.of(settings).public, with_qr=False)


@click.command()
@click.argument("code")
@click.argument("nickname")
@demo_option
@data_option
def card(code: str, nickname: str, demo: bool, data: Path | None) -> None:
    """Deal a new card to the child NICKNAME of the club CODE; the old card stops working at once."""
    settings = settings_for(demo, data)
    with migrated(settings) as database, database.write() as session:
        child = rules.child_by_nickname(session, code, nickname)
        dealt = cards.deal(session, child, secret(settings.secrets, "pepper"), datetime.now(UTC))
    _show(dealt, Addresses.of(settings).public, with_qr=True)


people.add_command(erase)
people.add_command(export)


@people.command("list")
@click.pass_obj
def list_people(settings: Settings) -> None:
    """Show clubs with the number of their children, and the adults."""
    with migrated(settings) as database, database.read() as session:
        for club in session.scalars(select(Club).order_by(Club.code)):
            click.echo(f"{club.code:<14}{club.library}, {club.locality}: {len(club.children)} children")
        for adult in session.scalars(select(Adult).order_by(Adult.name)):
            click.echo(f"{adult.name:<14}{', '.join(role.value for role in rules.roles_of(session, adult))}")


def _give(session: Session, adult: Adult, librarian_of: tuple[str, ...], mentor_of: tuple[str, ...]) -> None:
    for codes, role in ((librarian_of, Role.LIBRARIAN), (mentor_of, Role.MENTOR)):
        for code in codes:
            rules.give_duty(session, adult, rules.club_by_code(session, code), role, datetime.now(UTC))
    session.flush()


def _show(dealt: cards.DealtCard, origin: str, with_qr: bool) -> None:
    click.echo(
        f"{dealt.nickname:<24} {_animal(dealt.animal):<24} {' '.join(dealt.words):<20} {dealt.address(origin)}"
    )
    if with_qr:
        segno.make(dealt.address(origin)).terminal(compact=True)


def _animal(animal_id: str) -> str:
    found = find_animal(animal_id)
    return f"{found.ro} / {found.en}" if found else animal_id
