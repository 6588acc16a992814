"""What the judge says about an answer, in the child's language."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["done", "try_again", "blank", "error", "loop"]


@dataclass(frozen=True)
class CheckResult:
    """One check: `name` is its id, `message` one or two sentences for the child."""

    name: str
    passed: bool
    message: str


@dataclass(frozen=True)
class Verdict:
    """The answer to an answer.

    `status`: done; try_again (it ran, something is not right yet); blank (empty or unchanged); error (Python stopped);
    loop (it did not end). `mistake`: the id of a known mistake. `hint`: what to tell the child first, Markdown.
    `error`: Python's own error with its line, as it is.
    """

    status: Status
    checks: tuple[CheckResult, ...] = ()
    mistake: str | None = None
    hint: str | None = None
    error: str | None = None
