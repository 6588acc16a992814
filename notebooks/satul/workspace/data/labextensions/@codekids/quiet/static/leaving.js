// Leaving the page: save first, and ask only when that did not work.

import { wordsOf } from "./words.js";

class Leaving {
  constructor(lab, words, saving) {
    this._lab = lab;
    this._words = words;
    this._saving = saving;
    this._decided = false;
    window.addEventListener("beforeunload", (event) => {
      if (!saving.safe && !this._decided) {
        event.preventDefault();
      }
    });
  }

  /** Go to another page once the work is saved, or once the child chose to go without. */
  async go(url) {
    if (!this._saving.unsaved || (await this._saving.save()) || (await this._goAnyway())) {
      this._decided = true;
      window.location.assign(url);
    }
  }

  async _goAnyway() {
    const { Dialog, showDialog } = this._lab.apputils;
    const answer = await showDialog({
      title: this._words.__("Your work is not saved yet"),
      body: this._words.__("What you wrote last is kept on this device only. It is saved when you open this notebook here again."),
      buttons: [
        Dialog.warnButton({ label: this._words.__("Go without saving") }),
        Dialog.cancelButton({ label: this._words.__("Stay here") }),
      ],
      defaultButton: 1,
    });
    return answer.button.accept;
  }
}

export function leavingPlugin(lab) {
  const { ISaving, ILeaving } = lab.tokens;
  return {
    id: "@codekids/quiet:leaving",
    description: "Leaves the page when the work is saved.",
    autoStart: true,
    requires: [ISaving, lab.translation.ITranslator],
    provides: ILeaving,
    activate: (app, saving, translator) => new Leaving(lab, wordsOf(translator), saving),
  };
}
