// Draws lines to put in order: by finger or mouse (drag), by buttons, and by Alt and the arrow keys.
// All words come ready from Python. "Run" asks the notebook around us (an event that bubbles) to run the lines in a cell.

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text) node.textContent = text;
  return node;
}

function button(text, className, act) {
  const node = make("button", className, text);
  node.type = "button";
  node.addEventListener("click", act);
  return node;
}

function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** A small button on a block; it says for whom it is. */
function arrow(sign, words, line, act) {
  const node = button(sign, "satul-move", act);
  node.setAttribute("aria-label", fill(words, { line: line.trim() }));
  node.title = node.getAttribute("aria-label");
  return node;
}

class List {
  constructor(view, order, moved, announce) {
    this.view = view;
    this.moved = moved;
    this.announce = announce;
    this.node = make("ol", "satul-blocks");
    this.node.setAttribute("aria-label", view.words.list);
    this.node.append(...order.map((place) => this.block(place)));
    this.ends();
  }

  get order() {
    return [...this.node.children].map((block) => Number(block.dataset.place));
  }

  set order(order) {
    if (String(order) !== String(this.order)) {
      const blocks = new Map([...this.node.children].map((block) => [Number(block.dataset.place), block]));
      this.node.append(...order.map((place) => blocks.get(place)));
      this.ends();
    }
  }

  block(place) {
    const { words, lines } = this.view;
    const line = lines[place];
    const node = make("li", "satul-block");
    node.dataset.place = place;
    const grip = make("span", "satul-grip", "⠿");
    grip.setAttribute("aria-hidden", "true");
    node.append(
      grip,
      make("code", "satul-line", line),
      arrow("↑", words.up, line, () => this.step(node, -1)),
      arrow("↓", words.down, line, () => this.step(node, 1)),
    );
    node.addEventListener("keydown", (event) => this.onKey(event, node));
    node.addEventListener("pointerdown", (event) => this.onDown(event, node));
    return node;
  }

  onKey(event, node) {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by && event.altKey) {
      event.preventDefault();
      this.step(node, by);
    }
  }

  /** One place up or down. The other block moves, so that this one keeps the focus. */
  step(node, by) {
    const other = by < 0 ? node.previousElementSibling : node.nextElementSibling;
    if (other) {
      this.pass(node, other, by);
      this.told(node);
    }
  }

  pass(node, other, by) {
    this.node.insertBefore(other, by < 0 ? node.nextElementSibling : node);
  }

  told(node) {
    this.ends();
    this.moved(this.order);
    const [n, of] = [[...this.node.children].indexOf(node) + 1, this.node.children.length];
    this.announce(fill(this.view.words.moved, { line: node.querySelector("code").textContent.trim(), n, of }));
  }

  ends() {
    for (const node of this.node.children) {
      const [up, down] = node.querySelectorAll("button");
      up.setAttribute("aria-disabled", String(!node.previousElementSibling));
      down.setAttribute("aria-disabled", String(!node.nextElementSibling));
    }
  }

  onDown(event, node) {
    if (event.button !== 0 || event.target.closest("button")) {
      return;
    }
    event.preventDefault();
    const before = String(this.order);
    let from = event.clientY;
    const move = (now) => {
      if (now.pointerId !== event.pointerId) return;
      from += this.dragged(node, now.clientY - from);
      node.style.transform = `translateY(${now.clientY - from}px)`;
    };
    const end = (now) => {
      if (now.pointerId !== event.pointerId) return;
      ["pointermove", "pointerup", "pointercancel"].forEach((kind, n) =>
        window.removeEventListener(kind, n ? end : move),
      );
      node.classList.remove("satul-held");
      node.style.transform = "";
      if (String(this.order) !== before) this.told(node);
    };
    node.classList.add("satul-held");
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", end);
    window.addEventListener("pointercancel", end);
  }

  /** Let the held block pass those over whose middle it is now; how far its own place moved. */
  dragged(node, by) {
    let shift = 0;
    for (let most = this.node.children.length; most > 0; most -= 1) {
      const up = by - shift < 0;
      const other = up ? node.previousElementSibling : node.nextElementSibling;
      if (!other || Math.abs(by - shift) < other.offsetHeight / 2 + 10) {
        break; // a little more than half, so that two blocks never pass each other to and fro
      }
      const start = node.offsetTop;
      this.pass(node, other, up ? -1 : 1);
      shift += node.offsetTop - start;
    }
    return shift;
  }
}

function render({ model, el }) {
  const view = model.get("view");
  const { words } = view;
  const card = make("section", "satul-answer satul-part");
  card.lang = view.language;
  card.dataset.lmSuppressShortcuts = "true";
  card.setAttribute("aria-label", words.list);

  const said = make("p", "satul-said");
  said.setAttribute("role", "status");
  const heard = make("p", "satul-heard");
  heard.setAttribute("aria-live", "polite");

  const moved = (order) => {
    said.replaceChildren();
    card.classList.remove("satul-is-done");
    model.set("order", order);
    model.save_changes();
  };
  const list = new List(view, model.get("order"), moved, (text) => (heard.textContent = text));

  const check = button(words.check, "satul-button", () => {
    said.textContent = words.looking;
    model.set("asked", list.order);
    model.save_changes();
  });
  const run = button(words.run, "satul-button satul-quiet", () => {
    const code = list.order.map((place) => view.lines[place]).join("\n");
    const asked = new CustomEvent("satul-run", { bubbles: true, cancelable: true, detail: { code, cell: view.cell } });
    if (card.dispatchEvent(asked)) said.replaceChildren(make("pre", "", code)); // nobody there who runs it
  });

  const answer = () => {
    const { right, text } = model.get("answer");
    if (!text) return;
    const icon = make("img", "satul-small");
    Object.assign(icon, { src: right ? view.done_icon : view.go_on_icon, alt: "" });
    icon.setAttribute("role", "presentation");
    said.replaceChildren(icon, text);
    card.classList.toggle("satul-is-done", right);
  };
  const ordered = () => (list.order = model.get("order"));
  model.on("change:answer", answer);
  model.on("change:order", ordered);

  const row = make("div", "satul-row");
  row.append(check, run);
  card.append(make("p", "satul-help", words.help), list.node, row, said, heard);
  el.append(card);
  return () => {
    model.off("change:answer", answer);
    model.off("change:order", ordered);
  };
}

export default { render };
