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
        const dress = () => {
          let step = "";
          for (const cell of panel.content.widgets) {
            step = heading(cell) ?? step;
            dressCell(cell, step, words);
          }
        };
        await panel.context.ready;
        panel.content.model.cells.changed.connect(() => requestAnimationFrame(dress));
        dress();
      });
    },
  };
}

/** The heading that a locked text begins with. */
function heading(cell) {
  const found = cell.model.type === "markdown" && /^#+\s+(.+)$/m.exec(cell.model.sharedModel.getSource());
  return found && cell.model.getMetadata("editable") === false ? found[1] : undefined;
}

function dressCell(cell, step, words) {
  const locked = cell.model.getMetadata("editable") === false;
  const role = cell.model.getMetadata("satul")?.role ?? "own";
  cell.toggleClass("ck-Locked", locked);
  cell.node.dataset.role = role;
  cell.node.setAttribute("role", "article"); // JupyterLab calls the notebook a feed; a feed is made of articles
  if (cell.model.type === "markdown" && locked) {
    return;
  }
  const told = label(role, locked, words);
  const name = step ? `${step}: ${told}` : told;
  cell.node.dataset.label = told;
  void cell.ready.then(() => nameField(cell, name));
  if (cell.model.type === "markdown") {
    cell.node.onclick = () => openToWrite(cell, name);
  }
}

/** For those who hear the page: in which step this field is, and what it is for. */
function nameField(cell, name) {
  cell.node.querySelector(".cm-content")?.setAttribute("aria-label", name);
}

/** A sentence to write looks like text until somebody comes to write it: one tap is enough. */
function openToWrite(cell, name) {
  if (cell.rendered) {
    cell.rendered = false;
    cell.editor.focus();
    nameField(cell, name);
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
