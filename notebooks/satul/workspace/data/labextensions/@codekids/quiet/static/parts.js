// The parts of a challenge (the guess, the blocks) are there by themselves: the locked cells that make them, and the
// first cell, run as soon as the kernel can. Never a cell of the child's.

import { askAbove, idOf, isLocked, roleOf } from "./kernel.js";
import { wordsOf } from "./words.js";

const PATIENCE = 3000;
// Milliseconds that an old kernel has to answer. It may wait for an answer to `input()` that nobody can give it any more.

const NEW_KERNEL = ["restarting", "autorestarting"];

export function partsPlugin(lab) {
  const { IRunning } = lab.tokens;
  return {
    id: "@codekids/quiet:parts",
    description: "Shows the parts of a challenge without anybody running them.",
    autoStart: true,
    requires: [lab.notebook.INotebookTracker, IRunning, lab.translation.ITranslator],
    activate: (app, notebooks, running, translator) => {
      const words = wordsOf(translator);
      notebooks.widgetAdded.connect(async (_, panel) => {
        panel.node.addEventListener("satul-run", (event) => void runLines(lab, panel, running, event));
        const { sessionContext } = panel;
        const before = sessionContext.sessionManager.findByPath(panel.context.path).catch(() => undefined);
        await panel.context.ready;
        hideOld(panel, words);
        await sessionContext.ready;
        const isOld = (await before)?.kernel?.id === sessionContext.session?.kernel?.id;
        void show(lab, panel, isOld);
        follow(panel, () => void show(lab, panel, false));
      });
    },
  };
}

/** What a part showed in a kernel that is gone cannot be shown again: it waits until its cell has run. */
function hideOld(panel, words) {
  for (const cell of panel.content.widgets) {
    if (roleOf(cell) === "part") {
      cell.addClass("ck-Loading");
      cell.node.dataset.label = words.__("loading…");
    }
  }
}

/** Call `act` each time that another kernel, or a fresh one, is there. */
function follow(panel, act) {
  const session = panel.sessionContext;
  let fresh = false;
  session.kernelChanged.connect((_, { newValue }) => {
    fresh = newValue !== null;
  });
  session.statusChanged.connect((_, status) => {
    if (NEW_KERNEL.includes(status)) {
      fresh = true;
    } else if (fresh && status === "idle") {
      fresh = false;
      act();
    }
  });
}

async function show(lab, panel, isOld) {
  const { sessionContext, content } = panel;
  const { kernel } = sessionContext.session ?? {};
  const ours = content.widgets.filter((cell) => cell.model.type === "code" && isLocked(cell));
  if (!kernel || !ours.some((cell) => ["begin", "part"].includes(roleOf(cell)))) {
    return;
  }
  const busy = isOld && setTimeout(() => void kernel.interrupt().catch(() => undefined), PATIENCE); // busy with what an earlier page left behind
  try {
    for (const cell of await askAbove("at_opening", ours, kernel)) {
      clearTimeout(busy);
      if (cell.model.executionState !== "running") {
        await lab.cells.CodeCell.execute(cell, sessionContext);
      }
      cell.removeClass("ck-Loading");
    }
  } catch {
    // The kernel went away: when there is another one, this is called again.
  } finally {
    clearTimeout(busy);
  }
}

/** The lines of the blocks, as they stand, become the code of the cell below and run there. */
async function runLines(lab, panel, running, event) {
  const { code, cell: id } = event.detail;
  const cell = panel.content.widgets.find((each) => idOf(each) === id && isLocked(each));
  if (!cell) {
    return;
  }
  event.preventDefault();
  cell.model.sharedModel.setSource(code);
  if (await running.before(panel, cell)) {
    await running.only(panel, cell);
  }
}
