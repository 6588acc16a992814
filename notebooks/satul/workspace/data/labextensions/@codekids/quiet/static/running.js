// Running a cell: first what is above it and has not run since the kernel's start, then the cell. A workspace that has
// just opened needs some seconds until it can run anything: a cell that a child runs meanwhile waits for that.

import { askAbove } from "./kernel.js";
import { noNotice, notice } from "./notice.js";
import { wordsOf } from "./words.js";

const COMMANDS = [
  ["codekids:run", "notebook:run-cell", false],
  ["codekids:run-and-go-on", "notebook:run-cell-and-select-next", true],
];

export function runningPlugin(lab) {
  const { IRunning } = lab.tokens;
  return {
    id: "@codekids/quiet:running",
    description: "Runs a cell with what it needs, as soon as that is possible.",
    autoStart: true,
    requires: [lab.notebook.INotebookTracker, lab.translation.ITranslator],
    provides: IRunning,
    activate: (app, notebooks, translator) => {
      const words = wordsOf(translator);
      const running = new Running(lab, app.commands, words);
      for (const [id, command, goesOn] of COMMANDS) {
        const execute = () => {
          const panel = notebooks.currentWidget;
          return panel?.content.activeCell && running.run(panel, panel.content.activeCell, command, goesOn);
        };
        app.commands.addCommand(id, { execute });
      }
      return running;
    },
  };
}

class Running {
  constructor(lab, commands, words) {
    this._lab = lab;
    this._commands = commands;
    this._words = words;
  }

  /** Run the active cell by a command of JupyterLab's, after what it needs. */
  async run(panel, cell, command, goesOn) {
    const { content, sessionContext } = panel;
    if (cell.model.type !== "code" || sessionContext.pendingInput) {
      return this._commands.execute(command);
    }
    if (cell.hasClass("ck-Waiting")) {
      return undefined;
    }
    const early = !sessionContext.isReady;
    if (early && goesOn) {
      this._lab.notebook.NotebookActions.selectBelow(content);
    }
    if (!(await this.before(panel, cell))) {
      return undefined;
    }
    const still = !early && content.activeCell === cell;
    return still ? this._commands.execute(command) : this.only(panel, cell);
  }

  /** Run a cell and nothing else; says whether it came to its end. */
  only(panel, cell) {
    return this._lab.notebook.NotebookActions.runCells(panel.content, [cell], panel.sessionContext);
  }

  /** Run what a cell needs; says whether all of it came to its end. */
  async before(panel, cell) {
    noNotice(cell);
    for (const other of await this._waiting(cell, () => this._needed(panel, cell))) {
      if (!(await this.only(panel, other))) {
        notice(cell, this._words.__("A cell above stopped with an error, so this one did not run. Look there first."));
        return false;
      }
    }
    return true;
  }

  async _needed(panel, cell) {
    await panel.sessionContext.ready;
    const { kernel } = panel.sessionContext.session ?? {};
    const codes = panel.content.widgets.filter((each) => each.model.type === "code");
    const upTo = codes.slice(0, codes.indexOf(cell) + 1);
    try {
      return kernel ? await askAbove("first", upTo, kernel) : [];
    } catch {
      return []; // a kernel that went away meanwhile: running says so itself
    }
  }

  /** While something is asked, the cell says that it waits: but only where that can be seen. */
  async _waiting(cell, ask) {
    const { label } = cell.node.dataset;
    cell.addClass("ck-Waiting");
    const slow = setTimeout(() => (cell.node.dataset.label = this._words.__("loading…")), 300);
    try {
      return await ask();
    } finally {
      clearTimeout(slow);
      cell.removeClass("ck-Waiting");
      cell.node.dataset.label = label;
    }
  }
}
