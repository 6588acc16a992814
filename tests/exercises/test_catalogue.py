import json
from dataclasses import asdict
from pathlib import Path

import pytest

from codekids_exercises import catalogue
from codekids_exercises.catalogue import Catalogue, ChallengeEntry, NotInCatalogue, SetEntry
from codekids_exercises.challenge import ContentError

BOTH = {"ro": "Satul", "en": "The village"}
OURS = Catalogue(
    (
        SetEntry(
            "our-set",
            "beginners",
            1,
            "house",
            BOTH,
            BOTH,
            BOTH,
            (ChallengeEntry("one", BOTH, BOTH, 20, ("make",)),),
        ),
    )
)


def test_it_is_read_as_written(tmp_path: Path) -> None:
    (tmp_path / "catalogue.json").write_text(json.dumps({"format": 1, **asdict(OURS)}))
    assert catalogue.read(tmp_path) == OURS


def test_what_is_not_there_is_said() -> None:
    assert OURS.challenge("our-set", "one").minutes == 20
    with pytest.raises(NotInCatalogue, match="no set 'no'"):
        OURS.find("no")
    with pytest.raises(NotInCatalogue, match="no challenge 'two' in the set 'our-set'"):
        OURS.challenge("our-set", "two")


def test_no_catalogue_or_another_format(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="Release the content"):
        catalogue.read(tmp_path)
    (tmp_path / "catalogue.json").write_text('{"format": 99}')
    with pytest.raises(ContentError, match="format 99"):
        catalogue.read(tmp_path)
