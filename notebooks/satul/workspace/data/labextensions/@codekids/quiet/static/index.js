// What the quiet workspace is made of. Each module gets `lab`, the packages of JupyterLab that it builds on.

import { archivePlugin } from "./archive.js";
import { barPlugin } from "./bar.js";
import { cellsPlugin } from "./cells.js";
import { connectionPlugins } from "./connection.js";
import { documentPlugin } from "./document.js";
import { keysPlugin } from "./keys.js";
import { leavingPlugin } from "./leaving.js";
import { leftoversPlugin } from "./leftovers.js";
import { meetingPlugin } from "./meeting.js";
import { mirrorPlugin } from "./mirror.js";
import { partsPlugin } from "./parts.js";
import { runningPlugin } from "./running.js";
import { savingPlugin } from "./saving.js";
import { toolbarPlugin } from "./toolbar.js";
import { versionsPlugin } from "./versions.js";
import { wakingPlugin } from "./waking.js";

const PACKAGES = {
  application: "@jupyterlab/application",
  apputils: "@jupyterlab/apputils",
  cells: "@jupyterlab/cells",
  coreutils: "@jupyterlab/coreutils",
  docmanager: "@jupyterlab/docmanager",
  notebook: "@jupyterlab/notebook",
  services: "@jupyterlab/services",
  translation: "@jupyterlab/translation",
  ui: "@jupyterlab/ui-components",
  lumino: "@lumino/coreutils",
  signaling: "@lumino/signaling",
  widgets: "@lumino/widgets",
};

/** All plugins. `take` brings a package that JupyterLab shares. */
export async function plugins(take) {
  const lab = {};
  for (const [short, name] of Object.entries(PACKAGES)) {
    lab[short] = await take(name);
  }
  lab.tokens = {
    IArchive: new lab.lumino.Token("@codekids/quiet:IArchive", "The versions of a notebook."),
    IConnection: new lab.lumino.Token("@codekids/quiet:IConnection", "Whether the workspace answers."),
    IMirror: new lab.lumino.Token("@codekids/quiet:IMirror", "What this browser keeps until it is saved."),
    ISaving: new lab.lumino.Token("@codekids/quiet:ISaving", "Whether the child's work is saved."),
    IRunning: new lab.lumino.Token("@codekids/quiet:IRunning", "Runs a cell with what it needs."),
    ILeaving: new lab.lumino.Token("@codekids/quiet:ILeaving", "Leaves the page when the work is saved."),
    IVersions: new lab.lumino.Token("@codekids/quiet:IVersions", "Brings back a version, or starts again."),
  };
  return [
    ...connectionPlugins(lab),
    mirrorPlugin(lab),
    archivePlugin(lab),
    savingPlugin(lab),
    wakingPlugin(lab),
    leavingPlugin(lab),
    runningPlugin(lab),
    partsPlugin(lab),
    versionsPlugin(lab),
    documentPlugin(lab),
    barPlugin(lab),
    meetingPlugin(lab),
    toolbarPlugin(lab),
    cellsPlugin(lab),
    leftoversPlugin(lab),
    keysPlugin(lab),
  ];
}
