// Running a cell. A workspace that has just opened needs some seconds until it can run anything: a cell that a child
// runs meanwhile waits for that, where JupyterLab would forget it.

import { wordsOf } from "./words.js";

const COMMANDS = [
  ["codekids:run", "notebook:run-cell", false],
  ["codekids:run-and-go-on", "notebook:run-cell-and-select-next", true],
];

export function runningPlugin(lab) {
  return {
    id: "@codekids/quiet:running",
    description: "Runs a cell, as soon as that is possible.",
    autoStart: true,
    requires: [lab.notebook.INotebookTracker, lab.translation.ITranslator],
    activate: (app, notebooks, translator) => {
      const words = wordsOf(translator);
      for (const [id, command, goesOn] of COMMANDS) {
        const execute = () => {
          const panel = notebooks.currentWidget;
          const early = panel?.content.activeCell && !panel.sessionContext.isReady;
          return early ? runSoon(lab, panel, goesOn, words) : app.commands.execute(command);
        };
        app.commands.addCommand(id, { execute });
      }
    },
  };
}

async function runSoon(lab, panel, goesOn, words) {
  const { NotebookActions } = lab.notebook;
  const cell = panel.content.activeCell;
  const { label } = cell.node.dataset;
  if (cell.hasClass("ck-Waiting")) {
    return;
  }
  if (cell.model.type === "code") {
    cell.addClass("ck-Waiting");
    cell.node.dataset.label = words.__("loading…");
  }
  if (goesOn) {
    NotebookActions.selectBelow(panel.content);
  }
  await panel.sessionContext.ready;
  if (cell.model.type === "code") {
    cell.removeClass("ck-Waiting");
    cell.node.dataset.label = label;
  }
  await NotebookActions.runCells(panel.content, [cell], panel.sessionContext);
}
