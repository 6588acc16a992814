// Waits for the workspace, then opens what the child chose. What it says moves on with time, never back.

const EVERY = 1_500; // milliseconds
const A_SENTENCE = 5_000;
const SLOW = 60_000;
const OFF_FOR_GOOD = 4; // looks in a row

const part = document.querySelector("[data-waiting]");
const says = part.querySelector("[data-says]");
const slow = part.querySelector("[data-slow]");
const words = JSON.parse(part.dataset.words);
let off = 0;

setTimeout(() => { slow.hidden = false; }, SLOW);
const saying = setInterval(() => {
  says.textContent = words.shift();
  if (!words.length) clearInterval(saying);
}, A_SENTENCE);

async function look() {
  try {
    const answer = await fetch(part.dataset.waiting, { credentials: "same-origin" });
    if (answer.ok) {
      const { state } = await answer.json();
      if (state === "ready") {
        window.location.replace(part.dataset.next);
        return;
      }
      off = state === "off" ? off + 1 : 0;
      if (off >= OFF_FOR_GOOD) slow.hidden = false;
    }
  } catch {
    // the line is down; ask again
  }
  setTimeout(look, EVERY);
}

look();
