// Waits for the workspace, then opens what the child chose. While others have their turn first, it says how many; then what it
// says moves on with time, never back.

const EVERY = 1_500; // milliseconds
const A_SENTENCE = 5_000;
const SLOW = 60_000;
const OFF_FOR_GOOD = 4; // looks in a row

const part = document.querySelector("[data-waiting]");
const says = part.querySelector("[data-says]");
const slow = part.querySelector("[data-slow]");
const words = JSON.parse(part.dataset.words);
let off = 0;
let tooLong;
let saying;

function myTurn() {
  tooLong = setTimeout(() => { slow.hidden = false; }, SLOW);
  saying = setInterval(() => {
    if (words.length) says.textContent = words.shift();
    else clearInterval(saying);
  }, A_SENTENCE);
}

function stand({ before, sentence }) {
  if (before) {
    clearTimeout(tooLong);
    clearInterval(saying);
    tooLong = undefined;
    if (says.textContent !== sentence) says.textContent = sentence;
  } else if (!tooLong) {
    if (words.length) says.textContent = words.shift();
    myTurn();
  }
}

myTurn();

async function look() {
  try {
    const answer = await fetch(part.dataset.waiting, { credentials: "same-origin" });
    if (answer.ok) {
      const told = await answer.json();
      if (told.state === "ready") {
        window.location.replace(part.dataset.next);
        return;
      }
      stand(told);
      off = told.state === "off" ? off + 1 : 0;
      if (off >= OFF_FOR_GOOD) slow.hidden = false;
    }
  } catch {
    // the line is down; ask again
  }
  setTimeout(look, EVERY);
}

look();
