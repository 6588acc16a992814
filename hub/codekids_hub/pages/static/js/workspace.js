// Starts the child's workspace while the child chooses, and says how it goes.

const EVERY = 2_000; // milliseconds
const LONGEST = 20_000;

const line = document.querySelector("[data-workspace]");
const says = line.querySelector("[data-says]");
let wait = EVERY;

const ask = (options) => fetch(line.dataset.workspace, { credentials: "same-origin", ...options });

function show({ state, sentence }) {
  line.dataset.state = state;
  if (sentence && says.textContent !== sentence) says.textContent = sentence;
}

async function look(answer) {
  try {
    const news = await answer;
    if (!news.ok) throw new Error(news.statusText);
    if (!news.headers.get("content-type")?.includes("json")) return window.location.reload(); // logged out meanwhile
    const now = await news.json();
    show(now);
    wait = EVERY;
    if (now.state === "ready") return;
  } catch {
    wait = Math.min(wait * 2, LONGEST); // the line is down: ask less often
  }
  setTimeout(() => look(ask()), wait);
}

document.addEventListener("visibilitychange", () => {
  if (!document.hidden && line.dataset.state === "ready") look(ask());
});

if (line.dataset.state === "ready") look(ask());
else look(ask({ method: "POST", headers: { "X-XSRFToken": line.dataset.xsrf } }));
