"""Three hundred hand-ins in one minute, while five of them never end."""

import hashlib
import secrets
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from under_fire import oracle
from under_fire.conftest import MakeStack
from under_fire.stack import Content, eventually, released_notebook, with_answers

CLUBS = {"PIETRARI": 75, "CIMISLIA": 75, "VALEAMARE": 75, "COSTESTI": 75}
LOOPS = 5
RIGHT, BLANK, LOOPING = 4.0, 0.0, 2.0


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_three_hundred_receipts_and_marks(make: MakeStack, one_engine: str, content: Content) -> None:
    stack = make(CLUBS, database=one_engine)
    stack.start_all()
    right = content.right_answers()
    book = released_notebook(stack, stack.children[0])
    loops = with_answers(book, right | {"modify": "while True:\n    pass"})
    points = {hashlib.sha256(loops).hexdigest(): LOOPING}
    plan = [(child, loops) for child in stack.children[:LOOPS]]
    for number, child in enumerate(stack.children[LOOPS:]):
        made = with_answers(book, right if number % 4 == 0 else {}, secrets.token_hex(50_000))
        points[hashlib.sha256(made).hexdigest()] = RIGHT if number % 4 == 0 else BLANK
        plan.append((child, made))
    began = time.monotonic()
    with ThreadPoolExecutor(60) as pool:
        together = threading.Barrier(60)

        def hand_in(one: tuple[int, tuple[str, bytes]]) -> None:
            number, (child, made) = one
            if number < 60:
                together.wait()
            stack.hand_in(child, made, hashlib.sha256(f"{child}".encode()).hexdigest())

        list(pool.map(hand_in, enumerate(plan)))
    print(f"300 receipts in {time.monotonic() - began:.1f} s")
    assert len(stack.journal.receipts()) == len(plan) == 300
    oracle.nothing_is_lost(stack)
    eventually(lambda: stack.states()["marked"] == 300, "they were not all marked", stack.told)
    print(f"300 marks in {time.monotonic() - began:.1f} s")
    oracle.everything_is_marked_once(stack, points)
