// What the workspace asks the kernel: which cells are to run first (satul/above.py answers).

const TRIES = 4;
const LOST_AFTER = 3000; // milliseconds: a kernel that has nothing to do answers at once

/** The cells that `satul.above` names; none when the kernel does not know. A kernel that starts anew is asked again. */
export async function askAbove(what, cells, kernel) {
  const told = JSON.stringify(JSON.stringify(cells.map(described)));
  const expression = `__import__("satul.above", fromlist=["asked"]).asked("${what}", ${told})`;
  for (let times = 1; times <= TRIES && !kernel.isDisposed; times += 1) {
    const reply = await answered(kernel, expression);
    if (reply) {
      const text = reply.content.user_expressions?.ids?.data?.["text/plain"] ?? "";
      const ids = new Set(text.match(/[\w.-]+/g));
      return cells.filter((cell) => ids.has(idOf(cell)));
    }
  }
  return [];
}

/** The reply, or nothing when the question was lost: in a restart, or because a program before it stopped with an error.
 * A busy kernel may take as long as it likes. */
async function answered(kernel, expression) {
  const content = { code: "", silent: true, store_history: false, stop_on_error: false, allow_stdin: false };
  const asked = kernel.requestExecute({ ...content, user_expressions: { ids: expression } });
  const timer = setInterval(() => kernel.status !== "busy" && asked.dispose(), LOST_AFTER);
  const reply = await asked.done.catch(() => undefined);
  clearInterval(timer);
  if (reply && reply.content.status !== "aborted") {
    return reply;
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  return undefined;
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
