// Is the work saved? JupyterLab saves by itself; this follows it, and saves again when the workspace is back.

/** `state` is "saved", "changed", "saving" or "failed". */
class Saving {
  constructor(lab, connection) {
    this._lab = lab;
    this._connection = connection;
    this._context = null;
    this.state = "saved";
    this.changed = new lab.signaling.Signal(this);
    connection.changed.connect((_, state) => {
      if (state === "there" && this.unsaved) {
        void this.save();
      }
    });
  }

  /** Follow a document from now on. */
  follow(context) {
    this._context = context;
    context.model.stateChanged.connect(() => this._look());
    context.saveState.connect((_, step) => this._onSave(step));
    this._look();
  }

  get unsaved() {
    return this._context !== null && this._context.model.dirty;
  }

  /** Save now, and say whether everything is saved. */
  async save() {
    if (this._context === null) {
      return true;
    }
    try {
      await this._context.ready;
      await this._context.save();
    } catch {
      return false; // told by `saveState`
    }
    return !this.unsaved;
  }

  _onSave(step) {
    if (step === "started") {
      this._set("saving");
    } else if (step === "failed") {
      this._quietDialog();
      void this._connection.doubt();
      void this._connection.ask().then(() => this.unsaved && this._set("failed"));
    } else {
      this._look();
    }
  }

  _look() {
    if (!this.unsaved) {
      this._set("saved");
    } else if (this.state !== "failed" && this.state !== "saving") {
      this._set("changed");
    }
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

export function savingPlugin(lab) {
  const { IConnection, ISaving } = lab.tokens;
  return {
    id: "@codekids/quiet:saving",
    description: "Knows whether the child's work is saved.",
    autoStart: true,
    requires: [IConnection, lab.notebook.INotebookTracker],
    provides: ISaving,
    activate: (app, connection, notebooks) => {
      const saving = new Saving(lab, connection);
      notebooks.widgetAdded.connect((_, panel) => saving.follow(panel.context));
      return saving;
    },
  };
}
