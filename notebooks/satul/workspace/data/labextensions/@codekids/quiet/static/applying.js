// Giving an open notebook another content, cell by cell: what stays the same is not touched, so that parts keep working
// and the child stays where it is.

const LIVING = ["begin", "part"]; // what these show comes from the kernel, not from the file

/** Let the notebook of a panel hold that content. */
export function apply(panel, content) {
  const shared = panel.context.model.sharedModel;
  shared.transact(() => {
    const wanted = new Set(content.cells.map(({ id }) => id));
    for (let at = shared.cells.length - 1; at >= 0; at--) {
      if (!wanted.has(shared.cells[at].getId())) {
        shared.deleteCell(at);
      }
    }
    content.cells.forEach((cell, at) => place(shared, cell, at));
  });
  content.cells.forEach((cell, at) => showOutputs(panel, cell, at));
}

/** A cell at its place: there already, moved there, or made. */
function place(shared, cell, at) {
  const now = shared.cells.findIndex((each) => each.getId() === cell.id);
  if (now !== -1 && shared.cells[now].cell_type !== cell.cell_type) {
    shared.deleteCell(now);
    shared.insertCell(at, structuredClone(cell));
    return;
  }
  if (now === -1) {
    shared.insertCell(at, structuredClone(cell));
    return;
  }
  if (now !== at) {
    shared.moveCell(now, at);
  }
  const found = shared.cells[at];
  if (found.getSource() !== cell.source) {
    found.setSource(cell.source);
  }
}

function showOutputs(panel, cell, at) {
  const model = panel.context.model.cells.get(at);
  const role = model.getMetadata("satul")?.role;
  if (model.type !== "code" || LIVING.includes(role)) {
    return;
  }
  if (JSON.stringify(model.outputs.toJSON()) !== JSON.stringify(cell.outputs ?? [])) {
    model.outputs.fromJSON(structuredClone(cell.outputs ?? []));
    model.executionCount = cell.execution_count ?? null;
  }
}
