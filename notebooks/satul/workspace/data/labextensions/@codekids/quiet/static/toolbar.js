// The few buttons above a notebook, with words on them, and the one button in a cell of the child's own.

import { button } from "./button.js";
import * as icons from "./icons.js";
import { wordsOf } from "./words.js";

export function toolbarPlugin(lab) {
  const { ISaving, IVersions } = lab.tokens;
  return {
    id: "@codekids/quiet:toolbar",
    description: "The few buttons of a notebook, with words on them.",
    autoStart: true,
    requires: [lab.apputils.IToolbarWidgetRegistry, ISaving, IVersions, lab.translation.ITranslator],
    activate: (app, registry, saving, versions, translator) => {
      const words = wordsOf(translator);
      for (const [name, label, tooltip, act] of notebookButtons(app.commands, saving, versions, words)) {
        const icon = icons[`${name}Icon`];
        registry.addFactory("Notebook", `codekids-${name}`, () => button(lab, { name, icon, label, tooltip, act }));
      }
      registry.addFactory("Notebook", "codekids-stop", (panel) => stopButton(lab, panel, words));
      registry.addFactory("Cell", "codekids-delete", (cell) => deleteButton(lab, app, cell, words));
    },
  };
}

/** Name, words, tooltip, and what a click does. */
function notebookButtons(commands, saving, versions, words) {
  const command = (id) => () => commands.execute(id);
  return [
    ["run", words.__("Run"), words.__("Run this cell (Shift + Enter)"), command("codekids:run-and-go-on")],
    [
      "again",
      words.__("From the start"),
      words.__("Forget everything and run all cells again"),
      command("notebook:restart-run-all"),
    ],
    ["insert", words.__("New cell"), words.__("Add an empty cell below"), command("notebook:insert-cell-below")],
    ["save", words.__("Save"), words.__("Save now (your work is also saved by itself)"), () => saving.save()],
    ["versions", words.__("My versions"), words.__("Bring back an earlier version, or start again"), () => versions.show()],
  ];
}

/** Works only while something runs, so that it can be seen that something runs. */
function stopButton(lab, panel, words) {
  const session = panel.sessionContext;
  const stop = button(lab, {
    name: "stop",
    icon: icons.stopIcon,
    label: words.__("Stop"),
    tooltip: words.__("Stop the program that is running"),
    act: () => session.session?.kernel?.interrupt(),
  });
  const look = () => {
    stop.node.disabled = session.kernelDisplayStatus !== "busy";
  };
  session.statusChanged.connect(look);
  stop.disposed.connect(() => session.statusChanged.disconnect(look));
  look();
  return stop;
}

/** Only for cells that the child added: a challenge's own cells stay. */
function deleteButton(lab, app, cell, words) {
  if (cell.model.getMetadata("satul") !== undefined) {
    return new lab.widgets.Widget();
  }
  return button(lab, {
    name: "delete",
    icon: icons.deleteIcon,
    tooltip: words.__("Delete this cell"),
    act: () => app.commands.execute("notebook:delete-cell"),
  });
}
