// Cells that must not change look locked; the child's own places look like places to write.

import { wordsOf } from "./words.js";

export function cellsPlugin(lab) {
  return {
    id: "@codekids/quiet:cells",
    description: "Locked cells look locked, answers look like places to write.",
    autoStart: true,
    requires: [lab.notebook.INotebookTracker, lab.translation.ITranslator],
    activate: (app, notebooks, translator) => {
      const words = wordsOf(translator);
      notebooks.widgetAdded.connect(async (_, panel) => {
        const dress = () => panel.content.widgets.forEach((cell) => dressCell(cell, words));
        await panel.context.ready;
        panel.content.model.cells.changed.connect(() => requestAnimationFrame(dress));
        dress();
      });
    },
  };
}

function dressCell(cell, words) {
  const locked = cell.model.getMetadata("editable") === false;
  const role = cell.model.getMetadata("satul")?.role ?? "own";
  cell.toggleClass("ck-Locked", locked);
  cell.node.dataset.role = role;
  if (cell.model.type === "code") {
    cell.node.dataset.label = label(role, locked, words);
  }
}

function label(role, locked, words) {
  if (role === "begin") {
    return words.__("run this cell first");
  }
  if (role === "check") {
    return words.__("run this cell to check");
  }
  if (locked) {
    return words.__("this cell only runs, it does not change");
  }
  return role === "own" ? words.__("your own cell") : words.__("write here");
}
