"""A command called wrongly answers with one sentence."""

import pytest

import satul
from satul import words
from satul.errors import KindError


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        ("inainte()", "`inainte` mai are nevoie de ceva în paranteză: `pasi`. De exemplu: `inainte(100)`."),
        ("inainte(1, 2)", "`inainte` primește în paranteză cel mult: o valoare. Tu ai scris 2."),
        ("creion_sus(1)", "`creion_sus` nu are nevoie de nimic în paranteză. Scrie `creion_sus()`."),
        ("inainte(viteza=3)", "`inainte` nu știe ce e `viteza`. Poți folosi: `pasi`."),
        ("inainte(3, pasi=4)", "`inainte` a primit de două ori aceeași valoare: `pasi`."),
        (
            "sari_la(3)",
            "`sari_la` mai are nevoie de ceva în paranteză: `y`. De exemplu: `sari_la(50, 100)`.",
        ),
    ],
)
def test_wrong_calls(call: str, sentence: str) -> None:
    with pytest.raises(KindError) as refused:
        eval(call, vars(satul))
    assert str(refused.value) == sentence


def test_parameters_have_names_in_both_languages() -> None:
    satul.cerc(raza=10, grade=90)
    satul.cerc(radius=10)
    satul.circle(radius=10)
    with pytest.raises(KindError):
        satul.circle(raza=10)


def test_a_command_without_brackets_says_so() -> None:
    assert repr(satul.inainte) == "inainte e o comandă. Ca să o pornești, scrie și parantezele: inainte(100)."
    words.use("en")
    assert repr(satul.forward) == "forward is a command. To start it, write the brackets too: forward(100)."


def test_help_has_something_to_say() -> None:
    assert satul.forward.__doc__
    assert satul.inainte.__name__ == "inainte"
