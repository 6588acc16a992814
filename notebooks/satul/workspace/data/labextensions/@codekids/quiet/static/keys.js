// The keys that a child needs. None of them deletes or moves a cell.

const WRITING = ".jp-Notebook.jp-mod-editMode";
const CHOOSING = ".jp-Notebook.jp-mod-commandMode:not(.jp-mod-readWrite) :focus";
const COMPLETING = `${WRITING} .jp-mod-completer-enabled:not(.jp-mod-at-line-beginning)`;

const KEYS = [
  ["codekids:run-and-go-on", "Shift Enter", WRITING],
  ["codekids:run-and-go-on", "Shift Enter", CHOOSING],
  ["codekids:run", "Accel Enter", WRITING],
  ["codekids:run", "Accel Enter", CHOOSING],
  ["notebook:enter-command-mode", "Escape", WRITING],
  ["notebook:enter-edit-mode", "Enter", ".jp-Notebook.jp-mod-commandMode .jp-Cell:focus"],
  ["notebook:move-cursor-up", "ArrowUp", CHOOSING],
  ["notebook:move-cursor-down", "ArrowDown", CHOOSING],
  ["completer:invoke-notebook", "Tab", COMPLETING],
  ["codekids:save", "Accel S", "body"],
];

export function keysPlugin(lab) {
  return {
    id: "@codekids/quiet:keys",
    description: "The keys that a child needs.",
    autoStart: true,
    requires: [lab.tokens.ISaving],
    activate: (app, saving) => {
      app.commands.addCommand("codekids:save", { execute: () => saving.save() });
      for (const [command, key, selector] of KEYS) {
        app.commands.addKeyBinding({ command, keys: [key], selector });
      }
    },
  };
}
