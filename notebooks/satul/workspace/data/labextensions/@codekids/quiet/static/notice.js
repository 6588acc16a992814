// One sentence below a cell, for those who see and those who hear the page; it goes when the cell is used again.

const SECONDS = 12;

export function notice(cell, text) {
  const before = cell.node.querySelector(":scope > .ck-Notice");
  const node = before ?? document.createElement("p");
  node.className = "ck-Notice";
  node.setAttribute("role", "status");
  cell.node.append(node);
  clearTimeout(Number(node.dataset.timer));
  node.dataset.timer = setTimeout(() => node.remove(), SECONDS * 1000);
  requestAnimationFrame(() => (node.textContent = text)); // read aloud only when it changes after it is there
}

export function noNotice(cell) {
  cell.node.querySelector(":scope > .ck-Notice")?.remove();
}
