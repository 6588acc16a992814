// Draws one answer. All words, and the HTML of hints, come ready from Python (answer_widget.py).

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text) node.textContent = text;
  return node;
}

function icon(source, className) {
  const node = make("img", className);
  node.src = source;
  node.alt = "";
  return node;
}

function tick(passed) {
  const node = make("span", "satul-tick", passed ? "✓" : "");
  node.setAttribute("aria-hidden", "true");
  return node;
}

function words(html, className) {
  const node = make("div", className);
  node.innerHTML = html;
  return node;
}

function checkRow(check) {
  const row = make("li", check.passed ? "satul-check satul-true" : "satul-check");
  const said = make("div");
  said.append(make("strong", "satul-mark", `${check.mark}: `), words(check.html, "satul-words"));
  row.append(tick(check.passed), said);
  return row;
}

function checkList(view) {
  const list = make("ul", "satul-checks");
  list.setAttribute("aria-label", view.words.checks);
  list.append(...view.checks.map(checkRow));
  return list;
}

function lead(view) {
  const box = make("div", "satul-lead");
  const title = make("p", "satul-lead-title");
  title.append(icon(view.hint_icon, "satul-small"), view.words.hint_title);
  box.append(title, words(view.lead));
  return box;
}

function ladder(view, model) {
  const box = make("div", "satul-ladder");
  const steps = make("ol", "satul-steps");
  steps.setAttribute("aria-live", "polite");
  const button = make("button", "satul-button");
  button.type = "button";
  const end = make("p", "satul-end", view.words.no_more_hints);

  const draw = () => {
    const opened = Math.min(model.get("opened"), view.hints.length);
    for (const hint of view.hints.slice(steps.children.length, opened)) {
      const step = make("li", "satul-step");
      step.append(make("strong", "", hint.label), words(hint.html));
      steps.append(step);
    }
    steps.hidden = opened === 0;
    button.replaceChildren(icon(view.hint_icon, "satul-small"), opened ? view.words.next_hint : view.words.first_hint);
    const all = opened === view.hints.length;
    if (all && button === document.activeElement) {
      end.tabIndex = -1;
      end.hidden = false;
      end.focus();
    }
    button.hidden = all;
    end.hidden = !all;
  };

  button.addEventListener("click", () => {
    model.set("opened", model.get("opened") + 1);
    model.save_changes();
  });
  model.on("change:opened", draw);
  draw();
  box.append(steps, button, end);
  return { box, stop: () => model.off("change:opened", draw) };
}

function render({ model, el }) {
  const view = model.get("view");
  const card = make("section", `satul-answer satul-is-${view.status}`);
  card.lang = view.language;
  card.setAttribute("aria-label", view.headline);

  const headline = make("p", "satul-headline");
  headline.setAttribute("role", "status");
  card.append(headline);
  if (view.checks.length) card.append(checkList(view));
  if (view.error) card.append(make("pre", "satul-error", view.error));
  if (view.lead) card.append(lead(view));
  const hints = view.hints.length ? ladder(view, model) : null;
  if (hints) card.append(hints.box);

  el.append(card);
  // A status is read aloud only when it changes after it is there.
  setTimeout(() => headline.append(icon(view.icon, "satul-icon"), view.headline), 50);
  return hints?.stop;
}

export default { render };
