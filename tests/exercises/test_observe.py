from codekids_exercises import observe


def test_a_producer_is_seen_and_forgotten() -> None:
    seen: list[int] = [1]
    observe.register("test-numbers", lambda: list(seen), seen.clear)
    assert observe.snapshot()["test-numbers"] == [1]
    observe.reset()
    assert observe.snapshot()["test-numbers"] == []


def test_registering_again_replaces() -> None:
    observe.register("test-again", lambda: "old")
    observe.register("test-again", lambda: "new")
    assert observe.snapshot()["test-again"] == "new"
    assert observe.names().count("test-again") == 1
