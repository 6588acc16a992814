"""The language of a person: chosen by the switch and kept, else the club's, else the installation's."""

from codekids_hub.storage import Database
from codekids_hub.storage.tables import Adult, Child, Club


def language_of(database: Database, identifier: str, default: str) -> str:
    """The language in which this person is spoken to."""
    with database.read() as session:
        child = session.get(Child, identifier)
        if child is not None:
            return child.language or session.get_one(Club, child.club_id).language
        adult = session.get(Adult, identifier)
        return (adult.language if adult else None) or default


def keep_language(database: Database, identifier: str, language: str) -> None:
    """Keep the language that a person chose."""
    with database.write() as session:
        person = session.get(Child, identifier) or session.get(Adult, identifier)
        if person is not None:
            person.language = language
