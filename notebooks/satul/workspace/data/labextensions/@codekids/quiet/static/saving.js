// The work is saved some seconds after the last key and with each run, and until then it is kept in this browser. When
// the workspace does not answer, it is saved when it is back.

import { apply } from "./applying.js";
import { merged, sameWork, stillForm, workOf } from "./work.js";

const AFTER_LAST_KEY = 5000;
const AT_LEAST_EVERY = 15000;
const MIRROR_AFTER = 200;

/** `state` is "saved", "changed", "saving" or "failed"; `told` says that both of two states were kept. */
class Saving {
  constructor(lab, connection, mirror, archive) {
    Object.assign(this, { _lab: lab, _connection: connection, _mirror: mirror, _archive: archive });
    this._panel = null;
    this._base = []; // the work as the workspace had it last
    this._revision = 0;
    this._savedRevision = 0;
    this._running = null;
    this._timers = {};
    this.state = "saved";
    this.changed = new lab.signaling.Signal(this);
    this.told = new lab.signaling.Signal(this);
    connection.changed.connect((_, state) => state === "there" && this.unsaved && void this.save());
    for (const event of ["pagehide", "visibilitychange"]) {
      window.addEventListener(event, () => void (this.unsaved && this._mirrorNow().then(() => this.save())));
    }
  }

  get unsaved() {
    return this._revision !== this._savedRevision;
  }

  /** Whether nothing is lost when the page goes now. */
  get safe() {
    return !this.unsaved || this._mirror.works;
  }

  /** Follow a notebook from now on, with what this browser still had of it. */
  async follow(panel) {
    this._panel = panel;
    const { context } = panel;
    await context.ready;
    this._base = workOf(context.model.toJSON());
    context.saveState.connect((_, step) => step === "failed" && this._quietDialog());
    context.model.contentChanged.connect(() => this._touch());
    await this._bringIn(await this._mirror.read(context.path)).catch(() => undefined);
  }

  /** Save now, and say whether everything is saved. */
  save() {
    this._running ??= this._save().finally(() => {
      this._running = null;
    });
    return this._running;
  }

  async _save() {
    this._clearTimers();
    if (this._panel === null) {
      return true;
    }
    if (this._connection.state !== "there") {
      await this._mirrorNow();
      return !this.unsaved;
    }
    const { context } = this._panel;
    try {
      await context.ready;
      this._set("saving");
      await this._mirrorNow();
      await this._bringInOthers(context);
      const started = this._revision;
      const work = workOf(context.model.toJSON());
      await context.save();
      this._base = work;
      this._savedRevision = started;
    } catch {
      void this._connection.doubt();
      return this._failed();
    }
    if (this.unsaved) {
      context.model.dirty = true;
      this._plan();
      this._set("changed");
    } else {
      await this._mirror.forget(context.path);
      this._set("saved");
    }
    return !this.unsaved;
  }

  async _failed() {
    if ((await this._connection.ask()) === "there") {
      this._set("failed");
      this._plan();
    } else {
      this._set("changed");
    }
    return false;
  }

  /** Something changed: kept here at once, saved soon. */
  _touch() {
    this._revision += 1;
    if (this.state === "saved") {
      this._set("changed");
    }
    this._timers.mirror ??= setTimeout(() => void this._mirrorNow(), MIRROR_AFTER);
    this._plan();
  }

  _plan() {
    const save = () => this._connection.state === "there" && void this.save();
    clearTimeout(this._timers.quiet);
    this._timers.quiet = setTimeout(save, AFTER_LAST_KEY);
    this._timers.latest ??= setTimeout(save, AT_LEAST_EVERY);
  }

  _clearTimers() {
    clearTimeout(this._timers.quiet);
    clearTimeout(this._timers.latest);
    this._timers.latest = undefined;
  }

  async _mirrorNow() {
    clearTimeout(this._timers.mirror);
    this._timers.mirror = undefined;
    if (this.unsaved && this._panel) {
      const { context } = this._panel;
      await this._mirror.write(context.path, { content: stillForm(context.model.toJSON()), base: this._base });
    }
  }

  /** What this browser kept when the page went: merged when the workspace's copy is older, else both are kept. */
  async _bringIn(record) {
    const { context } = this._panel;
    const theirs = context.model.toJSON();
    if (!record || sameWork(workOf(record.content), workOf(theirs))) {
      return void (record && !this.unsaved && this._mirror.forget(context.path));
    }
    const winner = Date.parse(context.contentsModel.last_modified) > record.at ? "theirs" : "mine";
    await this._merge(record.base, record.content, theirs, winner, "offline");
    await this.save();
  }

  /** What another page or device saved meanwhile is not written over. */
  async _bringInOthers(context) {
    const { contents } = this._lab.app.serviceManager;
    const known = Date.parse(context.contentsModel.last_modified);
    const now = await contents.get(context.path, { content: false }).catch(ignoreMissing);
    if (!now || Date.parse(now.last_modified) <= known) {
      return;
    }
    const theirs = (await contents.get(context.path, { type: "notebook", content: true })).content;
    if (!sameWork(workOf(theirs), this._base) && !sameWork(workOf(theirs), workOf(context.model.toJSON()))) {
      await this._archive.keep(context.path, "elsewhere");
      await this._merge(this._base, context.model.toJSON(), theirs, "mine", "elsewhere");
    }
  }

  async _merge(base, mine, theirs, winner, reason) {
    const { content, clash } = merged(base, mine, theirs, winner);
    if (clash) {
      const other = winner === "mine" ? theirs : mine;
      await this._archive.keep(this._panel.context.path, reason, other).catch(() => undefined);
    }
    apply(this._panel, content);
    this.told.emit(clash ? "both" : reason);
  }

  /** Lab has just made a dialog about the failed save; the bar says it, so the dialog goes. */
  _quietDialog() {
    const dialogs = [];
    this._lab.apputils.Dialog.tracker.forEach((dialog) => dialogs.push(dialog));
    dialogs.at(-1)?.reject();
  }

  _set(state) {
    if (state !== this.state) {
      this.state = state;
      this.changed.emit(state);
    }
  }
}

function ignoreMissing(error) {
  if (error.response?.status !== 404) {
    throw error;
  }
}

/** JupyterLab compares hashes to find out who else saved, and asks. Here that is found out before, and merged. */
function compareNoHashes(contents) {
  const get = contents.get.bind(contents);
  contents.get = (path, options) => get(path, { ...options, hash: false });
}

export function savingPlugin(lab) {
  const { IArchive, IConnection, IMirror, ISaving } = lab.tokens;
  return {
    id: "@codekids/quiet:saving",
    description: "Saves the child's work, and knows whether it is saved.",
    autoStart: true,
    requires: [IConnection, IMirror, IArchive, lab.notebook.INotebookTracker],
    provides: ISaving,
    activate: (app, connection, mirror, archive, notebooks) => {
      compareNoHashes(app.serviceManager.contents);
      const saving = new Saving({ ...lab, app }, connection, mirror, archive);
      notebooks.widgetAdded.connect((_, panel) => void saving.follow(panel));
      lab.notebook.NotebookActions.executionScheduled.connect(() => void saving.save());
      return saving;
    },
  };
}
