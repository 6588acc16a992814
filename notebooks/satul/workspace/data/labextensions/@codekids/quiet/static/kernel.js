// What the workspace asks the kernel: which cells are to run first (satul/above.py answers).

/** The ids that `satul.above` names for these cells; none when the kernel does not know. */
export async function askAbove(what, cells, kernel) {
  const told = JSON.stringify(JSON.stringify(cells.map(described)));
  const expression = `__import__("satul.above", fromlist=["asked"]).asked("${what}", ${told})`;
  const content = { code: "", silent: true, store_history: false, stop_on_error: false };
  const asked = kernel.requestExecute({ ...content, allow_stdin: false, user_expressions: { ids: expression } });
  const reply = await asked.done;
  const text = reply.content.user_expressions?.ids?.data?.["text/plain"] ?? "";
  const ids = new Set(text.match(/[\w.-]+/g));
  return cells.filter((cell) => ids.has(idOf(cell)));
}

export function idOf(cell) {
  return cell.model.sharedModel.getId();
}

/** What the child or we made this cell for; a cell without a word about it is the child's own. */
export function roleOf(cell) {
  return cell.model.getMetadata("satul")?.role ?? "own";
}

export function isLocked(cell) {
  return cell.model.getMetadata("editable") === false;
}

function described(cell) {
  return {
    id: idOf(cell),
    source: cell.model.sharedModel.getSource(),
    role: roleOf(cell),
    task: cell.model.getMetadata("satul")?.task ?? null,
    locked: isLocked(cell),
    ran: cell.model.executionCount !== null,
  };
}
