// The bar on top, always there: home, the challenge's title, whether the work is saved, and "I am done".

import { askedPath, backUrl, house, openUrl } from "./house.js";
import { doneIcon, homeIcon } from "./icons.js";
import { wordsOf } from "./words.js";

const LOOK_FOR_ROOM_EVERY = 300_000;

export function barPlugin(lab) {
  const { IArchive, IConnection, ISaving, ILeaving } = lab.tokens;
  return {
    id: "@codekids/quiet:bar",
    description: "The bar on top: home, title, saved or not, done.",
    autoStart: true,
    requires: [IConnection, ISaving, ILeaving, IArchive, lab.notebook.INotebookTracker, lab.translation.ITranslator],
    activate: (app, connection, saving, leaving, archive, notebooks, translator) => {
      const words = wordsOf(translator);
      const { homeUrl, logoutUrl, titles } = house(lab);
      const title = titleNode(words);
      const wayBack = openUrl(lab, askedPath(lab)) || backUrl(lab);
      const state = stateNode(words, connection, saving, archive, wayBack);
      const bar = document.createElement("header");
      bar.className = "ck-Bar";
      bar.append(
        link(homeUrl, homeIcon, words.__("Home"), "ck-Button ck-Bar-home", leaving),
        title,
        state,
        link(logoutUrl, doneIcon, words.__("I am done"), "ck-Button ck-Button-main ck-Bar-done", leaving),
      );
      const widget = new lab.widgets.Widget({ node: bar });
      widget.id = "codekids-bar";
      app.shell.add(widget, "header");

      notebooks.currentChanged.connect(async (_, panel) => {
        if (panel) {
          await panel.context.ready;
          title.textContent = titles[panel.context.path] ?? firstHeading(panel) ?? panel.title.label;
          document.title = title.textContent;
        }
      });
      watchTitle(title);
      void app.restored.then(() => {
        document.querySelector("#jp-skiplink a")?.replaceChildren(words.__("Go to the challenge"));
      });
    },
  };
}

function link(url, icon, text, className, leaving) {
  const node = document.createElement("a");
  node.className = className;
  node.href = url;
  node.hidden = !url;
  node.insertAdjacentHTML("afterbegin", icon);
  node.append(Object.assign(document.createElement("span"), { textContent: text }));
  node.addEventListener("click", (event) => {
    event.preventDefault();
    void leaving.go(url);
  });
  return node;
}

function titleNode(words) {
  const node = document.createElement("h1");
  node.className = "ck-Bar-title";
  node.textContent = words.__("Workspace");
  return node;
}

function firstHeading(panel) {
  for (const cell of panel.content.model.cells) {
    const found = cell.type === "markdown" && /^#\s+(.+)$/m.exec(cell.sharedModel.getSource());
    if (found) {
      return found[1];
    }
  }
  return undefined;
}

/** JupyterLab writes the path into the browser's tab now and then; the title is what a child looks for. */
function watchTitle(title) {
  new MutationObserver(() => {
    if (document.title !== title.textContent) {
      document.title = title.textContent;
    }
  }).observe(document.querySelector("title"), { childList: true });
}

function stateNode(words, connection, saving, archive, wayBack) {
  const node = document.createElement("p");
  node.className = "ck-Bar-state";
  node.setAttribute("role", "status");
  let room = { little: false };
  const show = () => {
    const [look, text, way] = told(words, connection.state, saving, room);
    node.dataset.look = look;
    node.replaceChildren(Object.assign(document.createElement("span"), { textContent: text }));
    if (way) {
      const link = { href: wayBack, target: saving.safe ? "" : "_blank", textContent: way };
      node.append(" ", Object.assign(document.createElement("a"), link));
    }
  };
  connection.changed.connect(show);
  saving.changed.connect(show);
  const look = async () => {
    room = await archive.room().catch(() => room);
    show();
  };
  setInterval(() => void look(), LOOK_FOR_ROOM_EVERY);
  void look();
  show();
  return node;
}

/** How it looks, what it says, and the words of a link that brings the workspace back where that is possible. */
function told(words, line, saving, room) {
  const both = (unsaved, saved) => (saving.unsaved ? unsaved : saved);
  return {
    offline: () => [
      "trouble",
      both(words.__("not saved yet: there is no connection"), words.__("there is no connection")),
    ],
    "signed-out": () => [
      "trouble",
      both(words.__("not saved yet: you are logged out"), words.__("you are logged out")),
      words.__("Log in again"),
    ],
    asleep: () => [
      "trouble",
      both(words.__("not saved yet: your workspace is asleep"), words.__("your workspace is asleep")),
      words.__("Wake it"),
    ],
    there: () =>
      ({
        saved: room.little
          ? ["trouble", words.__("saved, but there is little room left: tell your librarian")]
          : ["saved", words.__("saved")],
        changed: ["changed", words.__("will be saved soon")],
        saving: ["changed", words.__("saving…")],
        failed: ["trouble", words.__("not saved yet: ask your librarian")],
      })[saving.state],
  }[line]();
}
