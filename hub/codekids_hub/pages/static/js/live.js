// Keeps a page up to date. The club says that something has changed; the page then asks for itself and takes over the
// parts that are new: elements with data-part. Where only a piece of the page can change, data-from is its address.
// A part in which somebody is writing waits until they have sent it.

const POLL = 10_000; // milliseconds
const HERE = 12_000;
const SILENCE = 40_000; // the stream says every 15 seconds that it is there
const SPREAD = 350; // so that a whole room does not ask in the same moment

const root = document.querySelector("[data-live]");
const watched = (root.dataset.watch ?? "changed").split(" ");
const always = "always" in root.dataset; // a projector is looked at even when its window is not in front
const address = (path) => root.dataset.live.replace(/(\?|$)/, `${path}$1`);

let source;
let heard = performance.now();
let wanted = stamps(root.dataset);
let renewing = false;
let again = false; // news came while the page was asking
let stale = false; // a part waits until somebody has stopped writing

function stamps(values) {
  return watched.map((name) => values[name] ?? "").join("|");
}

// --- news ------------------------------------------------------------------------------------------------------------

function hear(told) {
  alive();
  wanted = stamps(told);
  if (wanted !== stamps(root.dataset)) setTimeout(renew, Math.random() * SPREAD);
}

function alive() {
  heard = performance.now();
  lost(false);
}

function lost(yes) {
  for (const each of document.querySelectorAll("[data-lost]")) each.hidden = !yes;
}

function open() {
  source?.close();
  source = new EventSource(root.dataset.live);
  source.addEventListener("open", alive);
  source.addEventListener("here", alive);
  source.addEventListener("news", (event) => hear(JSON.parse(event.data)));
}

async function poll() {
  try {
    const answer = await fetch(address("/now"), { credentials: "same-origin", headers: { Accept: "application/json" } });
    if (answer.status === 401 || answer.status === 404) return window.location.reload(); // logged out, or over
    if (!answer.ok) throw new Error(answer.statusText);
    hear(await answer.json());
  } catch {
    lost(true);
  }
}

setInterval(() => {
  if (document.hidden && !always) return;
  if (source?.readyState === EventSource.OPEN && performance.now() - heard < SILENCE) return;
  poll();
  if (!source || source.readyState === EventSource.CLOSED || performance.now() - heard >= SILENCE) open();
}, POLL);

// A stream does not say who still reads it. A page that somebody looks at does, and learns so that the line is down.
if (!always && !root.dataset.every) {
  setInterval(() => {
    if (!document.hidden) poll();
  }, HERE);
}

document.addEventListener("visibilitychange", () => {
  if (always) return;
  if (document.hidden) {
    source?.close();
    source = undefined;
  } else {
    open();
    poll();
  }
});

// --- taking over what is new -----------------------------------------------------------------------------------------

async function renew() {
  if (renewing) {
    again = true;
    return;
  }
  renewing = true;
  again = false;
  try {
    const answer = await fetch(root.dataset.from ?? window.location.href, { credentials: "same-origin", headers: { Accept: "text/html" } });
    if (answer.status === 401 || answer.status === 404) return window.location.reload();
    if (!answer.ok) throw new Error(answer.statusText);
    if (!take(await answer.text())) window.location.reload(); // it leads elsewhere now
  } catch {
    lost(true);
  } finally {
    renewing = false;
    if (again && wanted !== stamps(root.dataset)) renew();
  }
}

document.addEventListener("focusout", () => {
  if (stale) renew();
});

function take(text, sent) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const fresh = page.querySelector("[data-live]");
  if (!fresh) return false;
  for (const name of watched) root.dataset[name] = fresh.dataset[name] ?? "";
  const focused = keyOf(document.activeElement);
  stale = false;
  for (const part of document.querySelectorAll("[data-part]")) {
    const news = page.querySelector(`[data-part="${part.dataset.part}"]`);
    if (news && part !== sent && busy(part)) stale = true;
    if (!news || (part !== sent && busy(part))) continue;
    for (const name of Object.keys(news.dataset)) part.dataset[name] = news.dataset[name];
    part.className = news.className;
    part.hidden = news.hidden;
    if (part.innerHTML !== news.innerHTML) part.innerHTML = news.innerHTML;
  }
  if (focused && document.activeElement === document.body) document.querySelector(focused)?.focus();
  document.dispatchEvent(new CustomEvent("renewed"));
  return true;
}

// Writing, or having chosen something that is not sent yet.
function busy(part) {
  return [...part.querySelectorAll("input, textarea")].some((field) => {
    if (field.type === "hidden") return false;
    if (field.type === "radio" || field.type === "checkbox") return field.checked !== field.defaultChecked;
    return field.value !== field.defaultValue;
  });
}

function keyOf(element) {
  if (!element || element === document.body) return "";
  if (element.id) return `#${CSS.escape(element.id)}`;
  const name = element.getAttribute("name");
  return name ? `[name="${CSS.escape(name)}"][value="${CSS.escape(element.value)}"]` : "";
}

// --- forms: sent without leaving the page ----------------------------------------------------------------------------

document.addEventListener("submit", async (event) => {
  const form = event.target;
  const part = form.closest("[data-part]");
  if (!part || form.method !== "post") return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, event.submitter));
  const buttons = [...form.querySelectorAll("button")];
  for (const button of buttons) button.disabled = true;
  try {
    const answer = await fetch(form.action, { method: "POST", credentials: "same-origin", headers: { Accept: "text/html" }, body });
    if (!take(await answer.text(), part)) window.location.reload();
    alive();
  } catch {
    lost(true); // what was written stays in its field
  } finally {
    for (const button of buttons) button.disabled = false;
  }
});

// What changes with time alone, such as how long a hand has been up: asked for every so many seconds.
if (root.dataset.every) {
  setInterval(() => {
    if (!document.hidden || always) renew();
  }, 1_000 * Number(root.dataset.every));
}

if (!document.hidden || always) open();
