// Opens the notebook that the address names. There is no file tree: home is where challenges are chosen.

import { askedPath, bringUrl, house } from "./house.js";
import { wordsOf } from "./words.js";

export function documentPlugin(lab) {
  return {
    id: "@codekids/quiet:document",
    description: "Opens the notebook that the address names.",
    autoStart: true,
    requires: [lab.docmanager.IDocumentManager, lab.translation.ITranslator],
    activate: (app, documents, translator) => {
      void app.restored.then(async () => {
        const path = askedPath(lab);
        if (path && (await exists(documents, path))) {
          documents.openOrReveal(path);
        } else if (bringUrl(lab, path)) {
          window.location.replace(bringUrl(lab, path));
        } else {
          app.shell.add(nothingHere(lab, wordsOf(translator)), "main");
        }
      });
    },
  };
}

async function exists(documents, path) {
  try {
    const found = await documents.services.contents.get(path, { content: false });
    return found.type === "notebook";
  } catch (error) {
    return error.response?.status !== 404; // any other trouble is told when it is opened
  }
}

function nothingHere(lab, words) {
  const widget = new lab.widgets.Widget();
  widget.id = "codekids-nothing";
  widget.title.label = words.__("Workspace");
  widget.addClass("ck-Nothing");
  const text = document.createElement("p");
  text.textContent = words.__("There is no challenge open here. Choose one at home.");
  widget.node.append(text);
  const { homeUrl } = house(lab);
  if (homeUrl) {
    const link = document.createElement("a");
    link.href = homeUrl;
    link.className = "ck-Button ck-Button-main";
    link.textContent = words.__("Home");
    widget.node.append(link);
  }
  return widget;
}
