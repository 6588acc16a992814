// The log-in page, step by step: animal, then words with a short list to tap. Without this file it is one plain form.

const folded = (text) => text.normalize("NFD").replace(/[^\p{L}]/gu, "").toLowerCase();
const MOST = 8;

function stepByStep(form) {
  const words = form.querySelector('[data-step="words"]');
  const animals = form.querySelector('[data-step="animal"]');
  const chosen = form.querySelector("[data-chosen]");

  const show = (moving) => {
    const radio = form.querySelector('input[name="animal"]:checked');
    animals.hidden = Boolean(radio);
    words.hidden = !radio;
    chosen.hidden = !radio;
    if (!radio) return;
    const label = radio.closest("label");
    const picture = label.querySelector("use").getAttribute("href");
    chosen.querySelector("use").setAttribute("href", picture);
    chosen.querySelector("span").textContent = label.querySelector("span").textContent;
    if (moving) {
      words.scrollIntoView({ block: "nearest" });
      form.elements.word1.focus();
    }
  };

  // A tap moves on; walking through the animals with the arrow keys does not: Enter or Space does.
  animals.addEventListener("click", (event) => {
    if (event.target.matches("input") && event.detail > 0) show(true);
  });
  animals.addEventListener("keydown", (event) => {
    if (!event.target.matches("input") || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    event.target.checked = true;
    show(true);
  });
  form.querySelector("[data-again]").addEventListener("click", () => {
    const radio = form.querySelector('input[name="animal"]:checked');
    radio.checked = false;
    show(false);
    radio.focus();
  });
  const code = form.querySelector("#club");
  code?.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    animals.querySelector("input").focus();
    animals.scrollIntoView({ block: "start" });
  });
  show(false);
}

function wordsToTap(form) {
  let list;
  const wordList = () => (list ??= fetch(form.dataset.words)
    .then((answer) => (answer.ok ? answer.json() : []))
    .then((all) => all.map((word) => [folded(word), word]))
    .catch(() => []));

  for (const chips of form.querySelectorAll("[data-chips]")) {
    const input = form.elements[chips.dataset.chips];
    const next = chips.dataset.chips === "word1" ? form.elements.word2 : form.querySelector("button:not([type])");
    const offer = async () => {
      const start = folded(input.value);
      const all = start ? await wordList() : [];
      if (start !== folded(input.value)) return;
      const fitting = all.filter(([plain]) => plain.startsWith(start));
      fitting.sort(([one], [other]) => one.length - other.length); // or a short word would be typed whole before it is offered
      const done = fitting.length === 1 && fitting[0][0] === start;
      chips.replaceChildren(...(done ? [] : fitting.slice(0, MOST)).map(([, word]) => {
        const chip = document.createElement("button");
        chip.type = "button";
        chip.textContent = word;
        chip.addEventListener("click", () => {
          input.value = word;
          chips.replaceChildren();
          next.focus();
        });
        return chip;
      }));
      if (fitting.length > MOST) {
        const more = document.createElement("p");
        more.textContent = form.dataset.more;
        chips.append(more);
      }
    };
    chips.hidden = false;
    input.addEventListener("focus", wordList, { once: true });
    input.addEventListener("input", offer);
  }
}

async function camera(part) {
  if (!navigator.mediaDevices?.enumerateDevices) return;
  const devices = await navigator.mediaDevices.enumerateDevices();
  if (!devices.some((device) => device.kind === "videoinput")) return;
  part.hidden = false;
  part.querySelector("button").addEventListener("click", async () => {
    const { scan } = await import("./scan.js");
    scan(part);
  });
}

const form = document.querySelector("form[data-child-login]");
if (form) {
  stepByStep(form);
  wordsToTap(form);
}

const part = document.querySelector("[data-camera]");
if (part) camera(part).catch(() => {});

for (const label of document.querySelectorAll("label[data-show]")) {
  label.hidden = false;
  label.querySelector("input").addEventListener("change", (event) => {
    document.getElementById(label.dataset.show).type = event.target.checked ? "text" : "password";
  });
}

document.querySelector(".problem")?.focus();
