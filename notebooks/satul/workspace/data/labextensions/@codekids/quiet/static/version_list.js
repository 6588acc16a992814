// The list of versions: when, why, and a small look at what differs. A region beside the notebook, no dialog.

const REASONS = (words) => ({
  time: words.__("while you worked"),
  check: words.__("after a check"),
  before: words.__("before a change"),
  offline: words.__("written without a connection"),
  elsewhere: words.__("from another page"),
});

/** `found`: versions, or null when the workspace does not answer. */
export function versionList(found, words, language, { bringBack, startAgain, closed }) {
  const node = make("section", "ck-Versions");
  node.setAttribute("aria-labelledby", "ck-versions-title");
  const title = make("h2", "", words.__("My versions"));
  Object.assign(title, { id: "ck-versions-title", tabIndex: -1 });
  const close = () => {
    node.remove();
    closed();
  };
  const top = make("div", "ck-Versions-top");
  top.append(title, button(words.__("Close"), "ck-Button", close));
  node.append(top, ...body(found, words, language, bringBack));
  if (found) {
    const again = button(words.__("Start again"), "ck-Button ck-Versions-again", startAgain);
    node.append(make("p", "ck-Versions-hint", words.__("Or begin this notebook anew; what you have now is kept.")), again);
  }
  node.addEventListener("ck-close", close);
  node.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") {
      close();
    }
  });
  return node;
}

function body(found, words, language, bringBack) {
  if (found === null) {
    return [make("p", "", words.__("Your versions cannot be shown just now. Try again in a minute."))];
  }
  if (found.length === 0) {
    return [make("p", "", words.__("There is no other version yet. They are kept by themselves, every few minutes."))];
  }
  const list = make("ol", "ck-Versions-list");
  list.append(...found.map((version) => entry(version, words, language, bringBack)));
  return [make("p", "ck-Versions-hint", words.__("What is green comes back, what is crossed out goes. What is here now is kept.")), list];
}

function entry(version, words, language, bringBack) {
  const node = make("li", "ck-Version");
  const when = moment(version.at, words, language);
  const head = make("h3", "", when);
  head.append(make("span", "ck-Version-why", REASONS(words)[version.reason]));
  const name = `${words.__("Bring back")}: ${when}`;
  const back = button(words.__("Bring back"), "ck-Button ck-Button-main", () => bringBack(version));
  back.setAttribute("aria-label", name);
  node.append(head, ...version.changes.map((change) => look(change, words)));
  const rest = version.more + version.changes.reduce((sum, { more }) => sum + more, 0);
  if (rest) {
    node.append(make("p", "ck-Versions-hint", words.__("… and more")));
  }
  node.append(back);
  return node;
}

/** A few lines of one cell: what comes back and what goes. */
function look({ step, lines }, words) {
  const node = make("figure", "ck-Version-look");
  if (step) {
    node.append(make("figcaption", "", step));
  }
  const code = make("pre");
  for (const [sign, text] of lines) {
    const line = make({ "+": "ins", "-": "del" }[sign] ?? "span", "", text || " ");
    const told = { "+": words.__("comes back"), "-": words.__("goes") }[sign];
    if (told) {
      line.prepend(make("span", "ck-Heard", `${told}: `));
    }
    code.append(line);
  }
  node.append(code);
  return node;
}

/** "17:05" of today, else with the day. */
function moment(at, words, language) {
  const date = new Date(at);
  const time = date.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
  const midnight = new Date();
  midnight.setHours(0, 0, 0, 0);
  if (date >= midnight) {
    return `${words.__("today")}, ${time}`;
  }
  const day = date.toLocaleDateString(language, { weekday: "long", day: "numeric", month: "long" });
  return `${day}, ${time}`;
}

function button(text, className, act) {
  const node = make("button", className, text);
  node.type = "button";
  node.addEventListener("click", act);
  return node;
}

function make(tag, className = "", text = "") {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}
