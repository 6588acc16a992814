"""``show_to_all``: the last picture goes to the child's group, with its description and without the program."""

from notebooks.village import FakeClub, Shell
from satul import notebook


def test_what_the_cell_draws_is_held_up(shell: Shell, club: FakeClub) -> None:
    club.group = "Soarele"
    shell.run("inainte(40)\nstanga(90)\narata_tuturor()")
    (held,) = club.held
    assert held["kind"] == "image/svg+xml" and held["picture"].startswith("<svg")
    assert held["words"] == "Desen cu o linie. Țestoasa e la (40, 0)."
    assert "Imaginea ta e acum la grupul vostru, Soarele." in shell.text
    assert club.requests[0]["Authorization"] == "token secret-token"
    assert club.requests[0]["Accept-Language"] == "ro"


def test_a_chart_of_an_earlier_cell_is_held_up(shell: Shell, club: FakeClub) -> None:
    shell.run("inainte(40)")
    shell.run("grafic_bare([1, 2])")
    shell.run("x = 1")
    shell.run("arata_tuturor()")
    (held,) = club.held
    assert held["words"] == "Grafic cu bare: 2 valori, de la 1 la 2."
    assert "pe pagina întâlnirii" in shell.text


def test_an_object_is_held_up(shell: Shell, club: FakeClub) -> None:
    shell.run("arata_obiectul(corp('a', [fateta((0, 0, 0), (10, 0, 0), (0, 10, 0))]))\narata_tuturor()")
    assert len(club.held) == 1, shell.text


def test_the_program_is_not_sent(shell: Shell, club: FakeClub) -> None:
    shell.run("secretul_meu = 4\ninainte(secretul_meu)\narata_tuturor()")
    assert "secretul_meu" not in str(club.held)


def test_without_a_picture_there_is_a_sentence(shell: Shell, club: FakeClub) -> None:
    shell.run("arata_tuturor()")
    assert "Încă nu e nicio imagine de arătat" in shell.text and "arata_tuturor()" in shell.text
    assert club.held == []


def test_the_clubs_own_sentence_says_why_not(shell: Shell, club: FakeClub) -> None:
    club.status = 409
    shell.run("inainte(1)\narata_tuturor()")
    assert "Nu acum." in shell.text


def test_a_club_that_is_away_is_not_the_childs_fault(shell: Shell, club: FakeClub) -> None:
    club.status = 503
    shell.run("inainte(1)\narata_tuturor()")
    assert "Nu acum" not in shell.text and "club" in shell.text.lower()


def test_a_workspace_without_a_club_says_so(shell: Shell) -> None:
    shell.run("inainte(1)\narata_tuturor()")
    assert "Atelierul acesta nu își cunoaște clubul" in shell.text


def test_a_judge_shows_nothing(shell: Shell, club: FakeClub) -> None:
    shell.run("inainte(1)")
    book = notebook.current()
    assert book is not None
    with book.undisturbed():
        shell.run("inainte(1)\narata_tuturor()")
    assert club.held == []
