// What of a notebook is the child's work: id, kind and words of each cell (satul/workspace/work.py says the same).

const WIDGET = "application/vnd.jupyter.widget-view+json";
const MOST_OUTPUTS = 400_000; // characters of all outputs that are kept with the words

export function workOf(content) {
  return (content?.cells ?? []).map((cell) => [cell.id, cell.cell_type, textOf(cell.source)]);
}

export function sameWork(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A copy without widgets, which are gone when the page is, and without outputs that are too large to keep. */
export function stillForm(content) {
  const still = structuredClone(content);
  for (const { data } of still.cells.flatMap((cell) => cell.outputs ?? [])) {
    if (data?.[WIDGET] && data["text/html"]) {
      delete data[WIDGET];
    }
  }
  if (JSON.stringify(still).length > MOST_OUTPUTS) {
    still.cells.filter((cell) => cell.outputs).forEach((cell) => Object.assign(cell, { outputs: [] }));
  }
  return still;
}

/**
 * Two states that come from the same one. Cells that only one side changed are taken from that side; where both did,
 * `winner` ("mine" or "theirs") is taken and `clash` is true.
 */
export function merged(base, mine, theirs, winner) {
  const before = new Map(base.map(([id, , words]) => [id, words]));
  const ours = byId(mine);
  const others = byId(theirs);
  const changed = (cell) => textOf(cell.source) !== before.get(cell.id);
  let clash = false;
  const cells = [];
  for (const cell of mine.cells) {
    const other = others.get(cell.id);
    if (!other) {
      if (!before.has(cell.id) || changed(cell)) {
        cells.push(cell); // new here, or changed here while it was deleted there
      }
    } else if (!changed(other)) {
      cells.push(cell);
    } else if (!changed(cell) || textOf(cell.source) === textOf(other.source)) {
      cells.push(other);
    } else {
      clash = true;
      cells.push(winner === "mine" ? cell : other);
    }
  }
  theirs.cells.forEach((cell, at) => {
    if (!ours.has(cell.id) && (!before.has(cell.id) || changed(cell))) {
      const previous = cells.findIndex(({ id }) => id === theirs.cells[at - 1]?.id);
      cells.splice(previous + 1 || cells.length, 0, cell);
    }
  });
  return { content: { ...theirs, cells }, clash };
}

function byId({ cells }) {
  return new Map(cells.map((cell) => [cell.id, cell]));
}

function textOf(source) {
  return Array.isArray(source) ? source.join("") : String(source ?? "");
}
