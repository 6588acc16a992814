// Keys for the mentor's card, beside the buttons; and cards that go back to the pool when the mentor leaves the page.

const page = document.querySelector("[data-review]");
const comment = page.querySelector("[data-comment]");
const worry = page.querySelector("details[data-key]");

function edit() {
  comment.focus();
  comment.setSelectionRange(comment.value.length, comment.value.length);
}

function say_worry() {
  worry.open = true;
  worry.querySelector("textarea").focus();
}

for (const button of page.querySelectorAll("[data-edit]")) {
  button.hidden = false;
  button.addEventListener("click", edit);
}

const keys = page.querySelector("[data-keys]"); // who speaks to the computer or types by accident turns them off
if (keys) {
  keys.checked = localStorage.getItem("codekids-keys") !== "off";
  keys.closest("label").hidden = false;
  keys.addEventListener("change", () => localStorage.setItem("codekids-keys", keys.checked ? "on" : "off"));
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.activeElement?.blur();
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !comment || !keys.checked) return;
  if (event.target.closest("textarea, input:not([type=checkbox]), select")) return;
  const key = event.key.toLowerCase();
  if (key === "w") say_worry();
  else {
    const button = page.querySelector(`button[data-key="${CSS.escape(key)}"]`);
    if (!button) return;
    button.click();
  }
  event.preventDefault();
});

let stays = false;
for (const form of document.querySelectorAll("form")) {
  form.addEventListener("submit", () => { stays = true; });
}
window.addEventListener("pageshow", () => { stays = false; });
window.addEventListener("pagehide", () => {
  if (stays || page.dataset.holds !== "yes") return;
  navigator.sendBeacon(page.dataset.review, new URLSearchParams({ xsrf: page.dataset.xsrf }));
});
