"""``begin``, ``check`` and ``hint``: the challenge that this notebook is."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from satul import notebook, telling, words
from satul.commands import word
from satul.errors import KindError
from satul.words import say

if TYPE_CHECKING:
    from codekids_exercises.challenge import ReleasedChallenge
    from codekids_exercises.parts import Parts
    from codekids_exercises.verdict import Verdict
    from satul.answer import Answer
    from satul.events import Diary


@dataclass
class Begun:
    """The challenge of this kernel; its diary of events; how many hints of each task are open."""

    set_id: str
    challenge_id: str
    diary: "Diary"
    opened: dict[str, int] = field(default_factory=dict)

    @property
    def name(self) -> tuple[str, str]:
        """The ids of the set and the challenge."""
        return self.set_id, self.challenge_id


_begun: Begun | None = None


def begun() -> Begun | None:
    """The challenge that this kernel has begun."""
    return _begun


def parts_of(challenge: Begun) -> "Parts":
    """The guess and the blocks of a challenge; none where nothing of it is released here."""
    from codekids_exercises import parts
    from codekids_exercises.challenge import ContentError
    from satul import settings

    content = settings.read().content
    try:
        return parts.read(content, *challenge.name, words.language()) if content else parts.Parts()
    except ContentError:
        telling.trouble(f"the parts of {challenge.name} cannot be read")
        return parts.Parts()


def begin(challenge: object, language: object = None) -> None:
    """Say which challenge ("set/challenge") this notebook is, and in which language ("ro", "en")."""
    global _begun
    words.use(language if isinstance(language, str) else None)
    set_id, slash, challenge_id = challenge.partition("/") if isinstance(challenge, str) else ("", "", "")
    if not (set_id and slash and challenge_id):
        raise KindError("challenge.bad_name", begin=word("begin"))
    book = notebook.current()
    if book is None:
        return  # a judge runs us: there is nobody to greet
    from satul.events import Diary

    again = _begun is not None and (_begun.set_id, _begun.challenge_id) == (set_id, challenge_id)
    if not again:
        _begun = Begun(set_id, challenge_id, Diary(set_id, challenge_id))
        book.listeners[:] = [_ran]
        book.long_listeners[:] = [_runs_long]
        _begun.diary.write("opened")
    telling.tell(say("challenge.ready"), tone="good")


def check(task: object) -> None:
    """Judge the last run answer of ``task`` from a clean start, and say what is true and what is not yet."""
    book = notebook.current()
    if book is None:
        return
    if _begun is None:
        return telling.tell(say("challenge.not_begun", begin=word("begin")))
    released = _released(_begun)
    task_id = _task(released, task)
    ran = book.sources.get(task_id)
    sources = book.stands.get(task_id, () if ran is None else (ran,))
    if not sources:
        return telling.tell(say("challenge.not_run"))
    from codekids_exercises.answer_cells import meant
    from codekids_exercises.judge import judge_meant
    from satul.answer import Answer, lead_for

    answers = meant(sources, released.task(task_id).starter)
    telling.tell_mended(answers[0])

    try:
        with book.undisturbed():
            verdict = judge_meant(released, task_id, answers)
    except Exception:  # noqa: BLE001 - whatever went wrong, a child reads a sentence
        telling.trouble(f"{_begun.set_id}/{_begun.challenge_id} {task_id} could not be judged")
        return telling.tell(say("challenge.cannot_check"))
    _begun.diary.write("checked", task_id, status=verdict.status, mistake=verdict.mistake)
    ladder = () if verdict.status == "done" else tuple(hint.text for hint in released.hints(task_id))
    lead, opened = lead_for(verdict.hint, ladder)
    checks = tuple((result.passed, result.message) for result in verdict.checks)
    opened = max(opened, _begun.opened.get(task_id, 0)) if ladder else 0
    _show(Answer(verdict.status, checks, lead, _python_says(verdict), ladder, opened), task_id, released)


def hint(task: object) -> None:
    """Open the next step of help for ``task``; the steps before it stay open."""
    if notebook.current() is None:
        return
    if _begun is None:
        return telling.tell(say("challenge.not_begun", begin=word("begin")))
    released = _released(_begun)
    task_id = _task(released, task)
    ladder = tuple(step.text for step in released.hints(task_id))
    if not ladder:
        return telling.tell(say("answer.no_hints"))
    already = _begun.opened.get(task_id, 0)
    if already < len(ladder):
        _hinted(task_id, released, already)
    from satul.answer import Answer

    _show(Answer("hint", hints=ladder, opened=_begun.opened[task_id]), task_id, released)


def _released(begun: Begun) -> "ReleasedChallenge":
    from codekids_exercises import released
    from codekids_exercises.challenge import ContentError
    from satul import settings

    content = settings.read().content
    name = f"{begun.set_id}/{begun.challenge_id}"
    if content is None:
        raise KindError("challenge.no_content", name=name)
    try:
        return released.read(content, begun.set_id, begun.challenge_id, words.language())
    except ContentError:
        telling.trouble(f"{name} cannot be read from {content}")
        raise KindError("challenge.no_content", name=name) from None


def _python_says(verdict: "Verdict") -> str:
    """Python's own words about an error, unless the hint says the same: so it is with our own errors."""
    error = verdict.error or ""
    return "" if verdict.hint and verdict.hint in error else error


def _task(released: "ReleasedChallenge", task: object) -> str:
    if isinstance(task, str) and task in released.tasks:
        return task
    known = ", ".join(f'`"{name}"`' for name in released.tasks)
    raise KindError("challenge.unknown_task", task=str(task)[:40], known=known)


def _show(answer: "Answer", task: str, released: "ReleasedChallenge") -> None:
    """As a widget where there are widgets, else as still HTML."""
    try:
        from satul.answer_widget import AnswerWidget

        telling.show(AnswerWidget(answer, lambda step: _hinted(task, released, step)))
    except Exception:  # noqa: BLE001 - no widgets, half-installed widgets: the still form always works
        telling.trouble("no widget for the answer")
        from satul.answer import bundle

        telling.show_bundle(bundle(answer))


def _hinted(task: str, released: "ReleasedChallenge", step: int) -> None:
    """The child opened a step (from 0) of the ladder."""
    if _begun is None:
        return
    _begun.opened[task] = max(_begun.opened.get(task, 0), step + 1)
    _begun.diary.write("hinted", task, status=released.hints(task)[step].kind)


def _ran(cell: notebook.Ran) -> None:
    if _begun is None or cell.cell is None or _is_ours(cell.cell):
        return
    _begun.diary.write("ran", cell.cell)
    if cell.error is not None and not cell.stopped:
        _begun.diary.write("error", cell.cell, status=type(cell.error).__name__)


def _runs_long(cell: str | None) -> None:
    if _begun is not None:
        _begun.diary.write("loop", cell)


def _is_ours(cell: str) -> bool:
    return cell in ("begin", "predict-guess", "parsons-blocks") or cell.endswith("-check")
