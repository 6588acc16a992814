// One sentence at the lower edge of the page, with buttons where there is something to decide. It covers nothing for
// long: without a decision it goes after a while.

const SECONDS = 15;

/** `choices`: words and what a tap does; the sentence goes then. `stay`: it waits for the tap; the first choice is the usual one. */
export function say(text, words, choices = [], stay = false) {
  hush();
  const node = document.createElement("section");
  node.className = "ck-Said";
  node.setAttribute("aria-label", words.__("Message"));
  const told = document.createElement("p");
  told.setAttribute("role", "status");
  node.append(told, ...choices.map(([name, act], at) => choice(name, act, stay && at === 0)), close(words));
  document.body.append(node);
  requestAnimationFrame(() => (told.textContent = text)); // read aloud only when it changes after it is there
  if (!stay) {
    node.dataset.timer = setTimeout(() => node.remove(), SECONDS * 1000);
  }
}

export function hush() {
  document.querySelectorAll(".ck-Said").forEach((node) => {
    clearTimeout(Number(node.dataset.timer));
    node.remove();
  });
}

function choice(name, act, isMain) {
  const node = document.createElement("button");
  node.type = "button";
  node.className = isMain ? "ck-Button ck-Button-main" : "ck-Button";
  node.textContent = name;
  node.addEventListener("click", () => {
    hush();
    act();
  });
  return node;
}

function close(words) {
  const node = choice("×", () => undefined, false);
  node.className = "ck-Button ck-Said-close";
  node.setAttribute("aria-label", words.__("Close"));
  return node;
}
