// A button of a toolbar: a plain HTML button with an icon, and words where there is room for them.

/** A widget. Without `label` the tooltip is what the button is called. */
export function button(lab, { name, icon, label, tooltip, act }) {
  const node = document.createElement("button");
  node.type = "button";
  node.className = `ck-Button ck-Tool ck-Tool-${name}`;
  node.title = tooltip;
  node.insertAdjacentHTML("afterbegin", icon);
  if (label) {
    node.append(Object.assign(document.createElement("span"), { textContent: label }));
  } else {
    node.setAttribute("aria-label", tooltip);
  }
  node.addEventListener("click", () => void act());
  return new lab.widgets.Widget({ node });
}
