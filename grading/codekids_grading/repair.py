"""Repairs a hand-in from what the teacher released: cells that were copied, deleted, split, moved, changed in kind or damaged.

What a child wrote is never lost: a cell that belongs nowhere stays where it is and runs. The teacher's cells are the teacher's,
whatever the file says of them.
"""

import copy
import difflib
import re
from dataclasses import dataclass

from nbformat.notebooknode import NotebookNode

from codekids_grading.nodes import node
from codekids_grading.reading import new_cell
from codekids_grading.templates import Template, TemplateCell

_LIKE = 0.5
_DEFINED = re.compile(r"^\s*(?:def|class)\s+(\w+)", re.MULTILINE)


@dataclass
class Piece:
    """A cell of the repaired notebook; ``template``: what it is an answer to, or a copy of."""

    node: NotebookNode
    template: TemplateCell | None = None

    @property
    def trusted(self) -> bool:
        """Whether every word of it is the teacher's."""
        it = self.template
        return it is not None and (it.fixed or (it.nbgrader is None and it.source == self.node.source))


@dataclass(frozen=True)
class Repaired:
    """The cells in order; ``warnings``: what was done, as ``what:grade_id``."""

    pieces: tuple[Piece, ...]
    warnings: tuple[str, ...]


def repair(template: Template, notebook: NotebookNode) -> Repaired:
    """The notebook as it was meant."""
    work = _Work(template, [Piece(copy.copy(cell)) for cell in notebook.cells])
    work.find()
    work.keep_one_each()
    work.find_lost_answers()
    pieces = work.in_order()
    for piece in pieces:
        _dress(piece)
    _name(pieces)
    return Repaired(tuple(pieces), tuple(dict.fromkeys(work.warnings)))


class _Work:
    def __init__(self, template: Template, pieces: list[Piece]) -> None:
        self.template = template
        self.pieces = pieces
        self.warnings: list[str] = []

    def find(self) -> None:
        """Find each cell's template: by grade id, by cell id, by its very text."""
        by_name = {cell.name: cell for cell in self.template.cells if cell.nbgrader is not None}
        by_id = {cell.cell_id: cell for cell in self.template.cells if cell.cell_id}
        by_text = {_key(cell): cell for cell in reversed(self.template.cells) if cell.source.strip()}
        for piece in self.pieces:
            cell = piece.node
            grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
            piece.template = by_name.get(grade_id)
            if piece.template is None:
                same = by_id.get(cell.get("id", ""))
                piece.template = same or by_text.get((cell.cell_type, cell.source.strip()))
                if piece.template is not None and piece.template.nbgrader is not None:
                    self.warnings.append(f"lost-id:{piece.template.name}")

    def keep_one_each(self) -> None:
        """Of copies keep one; of the parts of an answer all, the last one under its name."""
        for it in self.template.cells:
            mine = [piece for piece in self.pieces if piece.template is it]
            if len(mine) < 2:
                continue
            if it.nbgrader is not None:
                self.warnings.append(f"copied:{it.name}")
            kept = self._kept(it, mine)
            for piece in mine:
                if piece is kept:
                    continue
                piece.template = None
                piece.node.metadata.pop("nbgrader", None)
                if self._is_copy(piece, it, kept):
                    self.pieces = [one for one in self.pieces if one is not piece]

    def _kept(self, it: TemplateCell, mine: list[Piece]) -> Piece:
        if it.answer:
            written = [piece for piece in mine if piece.node.source.strip() != it.source.strip()]
            return (written or mine)[-1]
        same = [piece for piece in mine if piece.node.source == it.source]
        return (same or mine)[0] if it.nbgrader is None else mine[-1]

    def _is_copy(self, piece: Piece, it: TemplateCell, kept: Piece) -> bool:
        text = piece.node.source.strip()
        return not text or text in (it.source.strip(), kept.node.source.strip())

    def find_lost_answers(self) -> None:
        """An answer whose cell lost its name is looked for between its neighbours."""
        there = {id(piece.template) for piece in self.pieces if piece.template is not None}
        for index, it in enumerate(self.template.cells):
            if not it.answer or id(it) in there:
                continue
            found = self._likely(it, self._between(index))
            if found is not None:
                found.template = it
                self.warnings.append(f"found:{it.name}")

    def _between(self, index: int) -> list[Piece]:
        """The nameless cells between the neighbours of a template cell; all nameless ones if there are none there."""
        before, after = self.template.cells[:index], self.template.cells[index + 1 :]
        places = {id(piece.template): place for place, piece in enumerate(self.pieces) if piece.template}
        first = next((places[id(one)] for one in reversed(before) if id(one) in places), -1)
        last = next((places[id(one)] for one in after if id(one) in places), len(self.pieces))
        near = [piece for piece in self.pieces[first + 1 : last] if piece.template is None]
        return near or [piece for piece in self.pieces if piece.template is None]

    def _likely(self, it: TemplateCell, candidates: list[Piece]) -> Piece | None:
        candidates = [piece for piece in candidates if piece.node.source.strip()]
        names = set(_DEFINED.findall(it.source))
        named = [piece for piece in candidates if names & set(_DEFINED.findall(piece.node.source))]
        if named:
            return named[-1]
        same_kind = [piece for piece in candidates if piece.node.cell_type == it.kind]
        if len(same_kind) == 1:
            return same_kind[0]
        likeness = [
            (difflib.SequenceMatcher(None, it.source[:2000], piece.node.source[:2000]).ratio(), -place)
            for place, piece in enumerate(candidates)
        ]
        best = max(likeness, default=(0.0, 0))
        return candidates[-best[1]] if best[0] >= _LIKE else None

    def in_order(self) -> list[Piece]:
        """The cells in the teacher's order, the nameless ones after the cell that they followed; what is missing is added."""
        place_of = {id(it): place for place, it in enumerate(self.template.cells)}
        head: list[Piece] = []
        groups: list[tuple[int, list[Piece]]] = []
        for piece in self.pieces:
            if piece.template is not None:
                groups.append((place_of[id(piece.template)], [piece]))
            else:
                (groups[-1][1] if groups else head).append(piece)
        places = [place for place, _ in groups]
        if places != sorted(places):
            self.warnings.append("moved")
        have = set(places)
        for place, it in enumerate(self.template.cells):
            if place not in have and it.nbgrader is not None:
                self.warnings.append(f"missing:{it.name}")
                groups.append((place, [Piece(_new(it), it)]))
        groups.sort(key=lambda group: group[0])
        return head + [piece for _, group in groups for piece in group]


def _key(cell: TemplateCell) -> tuple[str, str]:
    return cell.kind, cell.source.strip()


def _new(it: TemplateCell) -> NotebookNode:
    return new_cell(it.kind, it.source)


def _dress(piece: Piece) -> None:
    """Give a cell its kind, its text if it is the teacher's, and its metadata."""
    it, name = piece.template, piece.node.id
    if it is None or it.nbgrader is None:
        piece.node.metadata.pop("nbgrader", None)
        return
    if piece.node.cell_type != it.kind:
        piece.node = new_cell(it.kind, piece.node.source)
    if it.fixed:
        piece.node.source = it.source
    piece.node.id = name
    piece.node.metadata = node({**it.metadata, "nbgrader": dict(it.nbgrader)})


def _name(pieces: list[Piece]) -> None:
    """Cell ids that are well-formed and each once; the template's own go to its cells."""
    used: set[str] = set()
    wanted = [piece.template.cell_id if piece.template else piece.node.get("id", "") for piece in pieces]
    for number, (piece, name) in sorted(
        enumerate(zip(pieces, wanted, strict=True)), key=lambda one: one[1][0].template is None
    ):
        if not re.fullmatch(r"[a-zA-Z0-9_-]{1,64}", name) or name in used:
            name = f"cell-{number}"
            while name in used:
                name += "-"
        used.add(name)
        piece.node.id = name
