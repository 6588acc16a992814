"""Erasing from the librarian's page: hers only, undone with one tap, and noted when somebody else tries."""

from pathlib import Path

from sqlalchemy import select

from codekids_hub.privacy import asking
from codekids_hub.storage.tables import Audit
from hub.village import PEPPER, Village
from hub.visiting import Browser, parts_for


def test_a_librarian_erases_and_undoes(village: Village, tmp_path: Path) -> None:
    maria = village.maria.child_id
    crina = Browser(parts_for(village.database, tmp_path, PEPPER), village.crina_id)
    answer = crina.post(f"/children/{maria}/erase")
    assert answer.status_code == 200 and f"/children/{maria}/erase/undo" in answer.text
    with village.database.read() as session:
        assert asking.pending(session, maria) is not None
    answer = crina.post(f"/children/{maria}/erase/undo")
    assert answer.status_code == 200 and f"/children/{maria}/erase/undo" not in answer.text
    with village.database.read() as session:
        assert asking.pending(session, maria) is None


def test_nobody_else_does(village: Village, tmp_path: Path) -> None:
    parts = parts_for(village.database, tmp_path, PEPPER)
    for who in (village.crina_id, village.andrei_id, village.luca.child_id):
        for path in ("erase", "erase/undo"):
            assert Browser(parts, who).post(f"/children/{village.ana.child_id}/{path}").status_code in (
                403,
                404,
            )
    with village.database.read() as session:
        assert asking.pending(session, village.ana.child_id) is None
        refused = select(Audit.actor).where(Audit.action == "refused", Audit.subject == village.ana.child_id)
        assert len(session.scalars(refused).all()) == 6
