// The list of children: one button ticks all of them for printing, and takes the ticks away again.

const all = document.querySelector("button[data-all]");

if (all) {
  all.hidden = false;
  all.addEventListener("click", () => {
    const boxes = [...document.querySelectorAll('input[type="checkbox"][form="print"]')];
    const ticked = boxes.some((box) => !box.checked);
    for (const box of boxes) box.checked = ticked;
  });
}
