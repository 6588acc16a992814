// Asks the page for versions of the notebook. All words come ready from Python.

function render({ model, el }) {
  const { what, language, words, button: name } = model.get("view");
  const card = document.createElement("section");
  card.className = "satul-answer satul-part";
  card.lang = language;
  card.setAttribute("aria-label", name);
  const said = document.createElement("p");
  said.textContent = words[what];
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "satul-button", textContent: name });
  card.append(said, button);

  const ask = () => {
    const asked = new CustomEvent("satul-versions", { bubbles: true, cancelable: true, detail: { what } });
    if (card.dispatchEvent(asked)) said.textContent = words.nowhere; // nobody there who keeps versions
  };
  button.addEventListener("click", ask);
  el.append(card);
  if (!model.get("asked")) {
    model.set("asked", true);
    model.save_changes();
    requestAnimationFrame(ask); // once it stands in the page
  }
}

export default { render };
