"""The language of a person: of their first login page, or chosen by the switch since; else their club's."""

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


def keep_first_language(database: Database, identifier: str, language: str) -> None:
    """Keep the language in which a person met us, unless they have one already."""
    with database.read() as session:
        person = session.get(Child, identifier) or session.get(Adult, identifier)
        met = person is not None and person.language is not None
    if not met:
        keep_language(database, identifier, language)


def keep_language(database: Database, identifier: str, language: str) -> None:
    """Keep the language that a person chose."""
    with database.write() as session:
        person = session.get(Child, identifier) or session.get(Adult, identifier)
        if person is not None:
            person.language = language
