// Bringing back a version, and starting again. Neither takes anything away: what is there becomes a version first.

import { apply } from "./applying.js";
import { hush, say } from "./said.js";
import { versionList } from "./version_list.js";
import { stillForm } from "./work.js";
import { wordsOf } from "./words.js";

export function versionsPlugin(lab) {
  const { IArchive, ISaving, IVersions } = lab.tokens;
  return {
    id: "@codekids/quiet:versions",
    description: "Brings back versions of a notebook, and starts it again.",
    autoStart: true,
    requires: [IArchive, ISaving, lab.notebook.INotebookTracker, lab.translation.ITranslator],
    provides: IVersions,
    activate: (app, archive, saving, notebooks, translator) => {
      const versions = new Versions(archive, saving, wordsOf(translator), translator.languageCode.replace("_", "-"));
      saving.told.connect((_, what) => versions.tell(what));
      notebooks.widgetAdded.connect((_, panel) => void versions.follow(panel));
      lab.notebook.NotebookActions.executed.connect((_, { cell }) => {
        if (cell.model.getMetadata("satul")?.role === "check") {
          void versions.keepChecked();
        }
      });
      return versions;
    },
  };
}

class Versions {
  constructor(archive, saving, words, language) {
    Object.assign(this, { _archive: archive, _saving: saving, _words: words, _language: language });
    this._panel = null;
    this._open = null;
  }

  async follow(panel) {
    this._panel = panel;
    panel.node.addEventListener("satul-versions", (event) => {
      event.preventDefault();
      void (event.detail.what === "start-again" ? this.askToStartAgain() : this.show());
    });
    await panel.context.ready;
    const address = new URL(window.location.href);
    if (new URLSearchParams(cameWith).has("back")) {
      address.searchParams.delete("back");
      window.history.replaceState(window.history.state, "", address);
      this._greet();
    }
  }

  /** The notebook was gone, and is back. */
  _greet() {
    const { _words: words } = this;
    const sentence = words.__("Your notebook was gone. Here it is again, as you had it last.");
    say(
      sentence,
      words,
      [
        [words.__("Go on with it"), () => this._panel.content.node.focus()],
        [words.__("Start again"), () => void this.startAgain()],
      ],
      true,
    );
  }

  tell(what) {
    const { _words: words } = this;
    const sentence = {
      offline: words.__("What you wrote last is here and saved."),
      elsewhere: words.__("What you changed on another page is here too."),
      both: words.__("This notebook was changed in two places. Both are kept: the other one is in “My versions”."),
    }[what];
    const look = [[words.__("My versions"), () => void this.show()]];
    say(sentence, words, what === "both" ? look : []);
  }

  /** What was checked, even when the child goes on writing at once. */
  async keepChecked() {
    const { context } = this._panel;
    await this._archive.keep(context.path, "check", stillForm(context.model.toJSON())).catch(() => undefined);
  }

  /** Open the list, or close it. */
  async show() {
    if (this._open?.isConnected) {
      return this._open.dispatchEvent(new Event("ck-close"));
    }
    hush();
    const asked = document.activeElement;
    await this._saving.save();
    const found = await this._archive.all(this._panel.context.path).catch(() => null);
    this._open = versionList(found, this._words, this._language, {
      bringBack: (version) => void this.bringBack(version),
      startAgain: () => void this.askToStartAgain(),
      closed: () => asked?.focus?.(),
    });
    document.body.append(this._open);
    this._open.querySelector("h2").focus();
  }

  bringBack(version) {
    const { _words: words } = this;
    const when = words.__("Your version is back. What was here is kept in “My versions”.");
    return this._change(() => this._archive.one(this._panel.context.path, version.id), when);
  }

  startAgain() {
    const { _words: words } = this;
    const sentence = words.__("You start again. What you had is kept in “My versions”.");
    return this._change(() => this._archive.start(this._panel.context.path), sentence);
  }

  askToStartAgain() {
    const { _words: words } = this;
    const sentence = words.__("Start this notebook again? What you have now is kept.");
    this._open?.dispatchEvent(new Event("ck-close"));
    say(
      sentence,
      words,
      [
        [words.__("Start again"), () => void this.startAgain()],
        [words.__("Stay here"), () => undefined],
      ],
      true,
    );
  }

  /** What is here is kept, then another content takes its place; one tap takes that back. */
  async _change(get, sentence) {
    const { context } = this._panel;
    const { _words: words } = this;
    const before = context.model.toJSON();
    this._open?.dispatchEvent(new Event("ck-close"));
    try {
      const content = await get();
      await this._archive.keep(context.path, "before", before);
      apply(this._panel, content);
    } catch {
      return say(words.__("That did not work just now. Nothing was changed. Try again in a minute."), words);
    }
    const saved = this._saving.save();
    say(sentence, words, [[words.__("Undo"), () => apply(this._panel, before)]]);
    return saved;
  }
}

const cameWith = window.location.search; // JupyterLab tidies the address soon
