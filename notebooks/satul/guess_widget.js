// Draws one guess: choose, run the cell above, compare. All words, and the HTML of options, come ready from Python.

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

function sentence(text) {
  const node = make("p", "satul-said", text);
  node.setAttribute("role", "status");
  return node;
}

function html(option) {
  const node = make("span", "satul-words");
  node.innerHTML = option.html;
  return node;
}

function option(one, chosen, choose) {
  const node = button("", "satul-option", () => choose(one.letter));
  node.setAttribute("aria-pressed", String(one.letter === chosen));
  node.append(make("span", "satul-letter", one.letter), html(one));
  return node;
}

/** What can be chosen; without options a field for words of one's own. */
function question(view, chosen, choose) {
  const box = make("div", "satul-options");
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", view.words.question);
  if (view.options.length) {
    box.append(...view.options.map((one) => option(one, chosen, choose)));
    return box;
  }
  const field = make("input", "satul-field");
  Object.assign(field, { type: "text", value: chosen, maxLength: 200, autocomplete: "off" });
  field.setAttribute("aria-label", view.words.own);
  field.placeholder = view.words.own;
  const keep = () => field.value.trim() && choose(field.value.trim());
  field.addEventListener("keydown", (event) => event.key === "Enter" && keep());
  box.append(field, button(view.words.keep, "satul-button", keep));
  return box;
}

/** The guess again, and two answers of which none is wrong. */
function comparison(view, state, say, again) {
  const option = view.options.find((one) => one.letter === state.choice);
  const guessed = make("p", "satul-guessed");
  if (option) {
    guessed.append(make("span", "satul-letter", option.letter), html(option));
  } else {
    guessed.append(make("span", "satul-words", state.choice));
  }
  const parts = [make("p", "satul-ask", view.words.compare), guessed];
  if (state.was) {
    const once = button(view.words.again, "satul-button satul-quiet", again);
    return [...parts, sentence(view.words[`was_${state.was}`]), once];
  }
  const answers = make("div", "satul-row");
  answers.append(...["yes", "no"].map((was) => button(view.words[was], "satul-button", () => say(was))));
  return [...parts, answers];
}

function render({ model, el }) {
  const view = model.get("view");
  const card = make("section", "satul-answer satul-part");
  card.lang = view.language;
  card.dataset.lmSuppressShortcuts = "true";
  card.setAttribute("aria-label", view.words.question);

  const tell = (change) => {
    Object.entries(change).forEach(([name, value]) => model.set(name, value));
    model.save_changes();
    draw();
    card.querySelector(".satul-option[aria-pressed=true], .satul-button")?.focus({ preventScroll: true });
  };

  function draw() {
    const state = { choice: model.get("choice"), ran: model.get("ran"), was: model.get("was") };
    card.dataset.state = `${state.choice}|${state.ran}|${state.was}`;
    if (state.choice && state.ran) {
      const again = () => tell({ choice: "", ran: false, was: "" });
      card.replaceChildren(...comparison(view, state, (was) => tell({ was }), again));
      return;
    }
    const ask = make("p", "satul-ask", state.ran ? view.words.late : view.words.question);
    card.replaceChildren(ask, question(view, state.choice, (choice) => tell({ choice })));
    if (state.choice) card.append(sentence(view.words.chosen));
  }

  const look = () => {
    const now = ["choice", "ran", "was"].map((name) => model.get(name)).join("|");
    if (now !== card.dataset.state) draw();
  };
  model.on("change", look);
  draw();
  el.append(card);
  return () => model.off("change", look);
}

export default { render };
