// Some parts of JupyterLab and of its widgets speak English although their words are in the language pack: they were
// made without a translator. What they add to the page is said again here, in the child's words.

import { wordsOf } from "./words.js";

const ATTRIBUTES = ["aria-label", "title", "placeholder"];
const SPOKEN = ".jp-Dialog, .jp-OutputArea-output";
const WITH_NAMES = [
  [
    /^The kernel for (.+) appears to have died/,
    "The kernel for %1 appears to have died. It will restart automatically.",
  ],
];
const WIDGETS = [
  [/^Loading widget\.\.\.$/, "loading…"],
  [/^Error displaying widget/, "Run this cell again to see its answer."],
];

export function leftoversPlugin(lab) {
  return {
    id: "@codekids/quiet:leftovers",
    description: "Says in the child's language what was added to the page in English.",
    autoStart: true,
    requires: [lab.translation.ITranslator],
    activate: (app, translator) => {
      const say = speaker(translator.load("jupyterlab"), wordsOf(translator));
      const look = (changes) =>
        changes.flatMap(({ addedNodes }) => [...addedNodes]).forEach((node) => sayAgain(node, say));
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
      sayAgain(document.body, say);
    },
  };
}

/** A function from English to the child's words; what is not English stays as it is. */
function speaker(lab, ours) {
  return (text) => {
    const widget = WIDGETS.find(([pattern]) => pattern.test(text));
    const named = WITH_NAMES.find(([pattern]) => pattern.test(text));
    if (widget) {
      return ours.__(widget[1]);
    }
    return named ? lab.__(named[1], named[0].exec(text)[1]) : lab.__(text);
  };
}

function sayAgain(node, say) {
  const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  if (!element || element.closest(".cm-editor")) {
    return;
  }
  for (const each of [element, ...element.querySelectorAll("[aria-label], [title], [placeholder]")]) {
    ATTRIBUTES.forEach((name) => sayAttribute(each, name, say));
  }
  const spoken = element.closest(SPOKEN) ? [element] : element.querySelectorAll(SPOKEN);
  spoken.forEach((each) => sayTexts(each, say));
  const dialog = element.closest(".jp-Dialog");
  dialog?.setAttribute("aria-label", dialog.querySelector(".jp-Dialog-header")?.textContent ?? "");
}

function sayAttribute(element, name, say) {
  const text = element.getAttribute(name);
  if (text && say(text) !== text) {
    element.setAttribute(name, say(text));
  }
}

/** In a dialog every text; in an output only words of a widget, which stand there with nothing around them. */
function sayTexts(element, say) {
  const bare = element.classList.contains("jp-OutputArea-output");
  if (bare && (element.firstElementChild !== null || !WIDGETS.some(([pattern]) => pattern.test(element.textContent)))) {
    return;
  }
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const words = say(texts.currentNode.data);
    if (words !== texts.currentNode.data) {
      texts.currentNode.data = words;
    }
  }
}
