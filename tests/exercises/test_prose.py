import pytest

from codekids_exercises import prose


def test_sentences_and_words() -> None:
    reading = prose.read("Casa este mică. Acoperișul este roșu!\n\n- o ușă\n- două ferestre\n")
    assert (reading.words, reading.sentences, reading.long_words) == (10, 4, 2)
    assert reading.mean_sentence == 2.5
    assert reading.lix == pytest.approx(2.5 + 20)


def test_code_and_tables_are_not_prose() -> None:
    text = "Write `forward(100)` here.\n\n```python\nforward(1)\n```\n\n| a | b |\n\n{{ twin }}\n"
    assert prose.sentences(text) == ["Write x here"]
    assert prose.spans(text) == ["forward(100)"]
    assert prose.numbers("Walk 60, then 2.5.\n```\n99\n```") == ["60", "2.5"]


def test_nothing_is_easy_to_read() -> None:
    assert prose.read("").lix == 0
