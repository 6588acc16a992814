"""The notebook around a program: what is shown at a cell's end, and what a check needs to know of the cells.

Each run of a cell starts with a clean sheet, as a check does: a child sees the drawing that is checked.
Without IPython (in the judge's runner) nothing here does anything.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import TYPE_CHECKING, Any

from satul import charts, controls, turtle
from satul.errors import KindError
from satul.telling import shell, show, tell_mended, trouble
from satul.words import say

if TYPE_CHECKING:
    from satul.above import Known
    from satul.charts import Chart
    from satul.controls import Control
    from satul.svg import Picture


@dataclass(frozen=True)
class Ran:
    """A cell that ended. ``error`` is what stopped it, if anything; ``stopped``: by our patience."""

    cell: str | None
    error: BaseException | None
    stopped: bool


class Notebook:
    """One kernel's notebook.

    Attributes:
        sources: the last run source of each cell, by cell id.
        stands: what stands in the cells of each task's answer now, as far as the workspace says it.
        cell: the cell that runs now.
        given: the cell with what a task gives that ran last.
        shown: the last picture that was shown.
        listeners: called with each cell that ended; ``long_listeners`` with one that runs for long.
    """

    def __init__(self, shell: Any) -> None:
        from satul import settings
        from satul.flood import Gauge
        from satul.patience import Patience

        self.shell = shell
        self.sources: dict[str, str] = {}
        self.stands: dict[str, tuple[str, ...]] = {}
        self.cell: str | None = None
        self.given: str | None = None
        self.shown: Picture | None = None
        self.listeners: list[Callable[[Ran], None]] = []
        self.long_listeners: list[Callable[[str | None], None]] = []
        self.gauge = Gauge()
        stop_after = settings.read().stop_after
        self.patience = Patience(settings.LOOP_AFTER, stop_after, self._runs_long, self._is_childs)

    def install(self) -> None:
        """Listen to the shell's cells and errors."""
        from satul import explain

        self.shell.input_transformers_cleanup.append(_as_python_reads_it)
        self.shell.events.register("pre_run_cell", self.before_cell)
        self.shell.events.register("post_run_cell", self.after_cell)
        explain.install(self.shell, self.patience)

    def before_cell(self, info: Any) -> None:
        """A cell begins: a clean sheet, and its source is kept."""
        turtle.fresh_sheet()
        charts.forget()
        controls.forget()
        self.cell = getattr(info, "cell_id", None)
        source = info.raw_cell or ""
        if self.cell:
            self.sources[self.cell] = source
            self.stands.pop(self.cell, None)
            self.given = self.cell if self.cell.endswith("-given") else self.given
        self._safely(tell_mended, source)
        self.gauge.start()
        self.patience.start()

    def after_cell(self, result: Any) -> None:
        """A cell ended: its drawing is shown, and whoever listens is told."""
        self.patience.finish()
        self.gauge.finish()
        self._safely(self._show_drawing)
        cell = getattr(result.info, "cell_id", None) if result.info else None
        ran = Ran(cell, result.error_before_exec or result.error_in_exec, self.patience.stopped)
        for listener in list(self.listeners):
            self._safely(listener, ran)

    @contextmanager
    def undisturbed(self) -> Iterator[None]:
        """While a judge works: its time is not the child's, and what it draws here is not shown."""
        global _judging
        _judging = True
        try:
            with self.patience.paused():
                yield
        finally:
            _judging = False
            turtle.fresh_sheet()
            charts.forget()
            controls.forget()

    @contextmanager
    def played(self) -> Iterator[None]:
        """While a widget calls the child's function: what it draws is shown there, and it is watched as a cell is."""
        outside = not self.patience.busy
        if outside:
            self.gauge.start()
            self.patience.start()
        try:
            yield
        except KeyboardInterrupt:
            if not outside:
                raise
            raise KindError("loop.somewhere", seconds=round(self.patience.stop_after)) from None
        finally:
            if outside:
                self.patience.finish()
                self.gauge.finish()
            self.show_drawing()

    def show_drawing(self) -> None:
        """What was drawn, wherever output goes now; the next drawing begins on a clean sheet."""
        self._safely(self._show_drawing)
        turtle.fresh_sheet()

    def picture(self) -> "Picture | None":
        """What is drawn now, else the last picture that was shown."""
        animal = turtle.the_turtle()
        if not animal.moved:
            return self.shown
        from satul.picture import draw

        return draw(animal)

    def _show_drawing(self) -> None:
        animal = turtle.the_turtle()
        if not animal.moved:
            return
        from satul.commands import word
        from satul.note import Note
        from satul.picture import draw

        self.shown = draw(animal)
        show(self.shown)
        if animal.filling:
            show(Note(say("turtle.open_fill", end=word("fill_end"))))

    def _is_childs(self, frame: FrameType) -> bool:
        return frame.f_globals is self.shell.user_global_ns

    def _runs_long(self) -> None:
        for listener in list(self.long_listeners):
            self._safely(listener, self.cell)

    def _safely(self, act: Callable[..., None], *values: object) -> None:
        try:
            act(*values)
        except Exception:  # noqa: BLE001 - nothing of ours may break a cell
            trouble(f"a cell's end could not be told to {act}")


_notebook: Notebook | None = None
_judging = False


def attend() -> None:
    """Be at this kernel's cells from now on; costs nothing when we are, and where there is no IPython."""
    global _notebook
    here = shell()
    if here is not None and (_notebook is None or _notebook.shell is not here):
        _notebook = Notebook(here)
        _notebook.install()


def current() -> Notebook | None:
    """The notebook that runs us, if any."""
    attend()
    return _notebook if shell() is not None else None


def listen(listener: Callable[[Ran], None]) -> None:
    """Tell ``listener`` of each cell that ends, once however often it asks."""
    book = current()
    if book is not None and listener not in book.listeners:
        book.listeners.append(listener)


def known() -> "Known":
    """What this kernel has run."""
    from satul.above import Known
    from satul.challenge import begun

    book = current()
    done = frozenset(book.sources) if book else frozenset()
    return Known(done, begun() is not None, book.given if book else None)


def stands(sources: dict[str, tuple[str, ...]]) -> None:
    """Say what stands in the cells of each task's answer, whether or not they were run: that is what a check looks at."""
    book = current()
    if book is not None:
        book.stands = sources


def _as_python_reads_it(lines: list[str]) -> list[str]:
    from codekids_exercises.tablets import mended

    return mended("".join(lines)).source.splitlines(keepends=True)


def show_chart(chart: "Chart") -> None:
    """Display a chart where a notebook runs us."""
    if shell() is not None and not _judging:
        from satul.plots import plot

        show_made(plot(chart))


def show_made(thing: object) -> None:
    """Display something that a command made, where a notebook runs us; a picture is remembered."""
    if shell() is not None and not _judging:
        from satul.svg import Picture

        book = current()
        if book is not None and isinstance(thing, Picture):
            book.shown = thing
        show(thing)


def judging() -> bool:
    """Whether a judge runs what is run now."""
    return _judging


def show_controls(function: Callable[..., Any], wanted: "Mapping[str, Control]") -> bool:
    """Show widgets that call the function; whether that could be done."""
    book = current()
    if book is None or _judging:
        return False
    try:
        from satul import controls_widget
    except ImportError:  # no widgets here: the function is called once
        return False
    book.show_drawing()  # what the cell drew before
    controls_widget.show(function, wanted, book.played)
    return True
