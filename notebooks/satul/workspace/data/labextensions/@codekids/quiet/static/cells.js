// Cells that must not change look locked; the child's own places look like places to write.

import { isLocked, roleOf } from "./kernel.js";
import { notice } from "./notice.js";
import { wordsOf } from "./words.js";

const TRIES = ["beforeinput", "paste", "cut", "drop", "dblclick"];

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
  const locked = isLocked(cell);
  const role = roleOf(cell);
  cell.toggleClass("ck-Locked", locked);
  cell.toggleClass("ck-Part", locked && role === "part");
  cell.toggleClass("ck-Lines", areLines(cell));
  cell.node.dataset.role = role;
  cell.node.setAttribute("role", "article"); // JupyterLab calls the notebook a feed; a feed is made of articles
  if (locked) {
    explainLock(cell, words);
  }
  if (locked && (cell.model.type === "markdown" || role === "part")) {
    return;
  }
  if (areLines(cell)) {
    hideEmpty(cell);
  }
  const told = areLines(cell) ? words.__("your lines, as you put them") : label(role, locked, words);
  const name = step ? `${step}: ${told}` : told;
  cell.node.dataset.label = told;
  void cell.ready.then(() => nameField(cell, name));
  if (cell.model.type === "markdown") {
    cell.node.onclick = () => openToWrite(cell, name);
  }
}

/** Trying to change a locked cell changes nothing; a sentence says so. */
function explainLock(cell, words) {
  if (cell.node.dataset.lock) {
    return;
  }
  cell.node.dataset.lock = "true";
  const explain = () => notice(cell, words.__("This cell stays as it is."));
  const ours = (event) => !event.target.closest(".jp-OutputArea") && !event.target.closest(".jp-Stdin");
  const writes = ({ key, ctrlKey, metaKey, altKey }) =>
    (key.length === 1 && !ctrlKey && !metaKey && !altKey) || ["Backspace", "Delete"].includes(key);
  TRIES.forEach((kind) =>
    cell.node.addEventListener(kind, (event) => ours(event) && (kind !== "dblclick" || isText(cell)) && explain(), true),
  );
  cell.node.addEventListener("keydown", (event) => ours(event) && isInEditor(event) && writes(event) && explain(), true);
}

function isText(cell) {
  return cell.model.type === "markdown";
}

function isInEditor(event) {
  return event.target.closest(".cm-editor") !== null;
}

/** Whether ordered lines run in this cell: nobody writes there. */
function areLines(cell) {
  return cell.model.type === "code" && isLocked(cell) && roleOf(cell) === "parsons";
}

/** The cell in which ordered lines run is there only once there are lines in it. */
function hideEmpty(cell) {
  const look = () => cell.toggleClass("ck-Empty", cell.model.sharedModel.getSource().trim() === "");
  if (!cell.node.dataset.empty) {
    cell.node.dataset.empty = "watched";
    cell.model.contentChanged.connect(look);
  }
  look();
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
    return words.__("this cell runs by itself");
  }
  if (role === "check") {
    return words.__("run this cell to check");
  }
  if (locked) {
    return words.__("this cell only runs, it does not change");
  }
  return role === "own" ? words.__("your own cell") : words.__("write here");
}
