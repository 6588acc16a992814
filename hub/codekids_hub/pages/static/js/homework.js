// While a homework is being checked: asks how it is, and shows the page anew when something has come back.

const SOON = 1_000; // milliseconds
const LONGEST = 15_000;

let wait = SOON;
const part = () => document.querySelector("[data-homework]");

async function look() {
  try {
    const answer = await fetch(part().dataset.status, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(answer.statusText);
    const { stamp } = await answer.json();
    if (stamp !== part().dataset.stamp) await renew();
    wait = Math.min(wait * 1.15, LONGEST);
  } catch {
    wait = Math.min(wait * 2, LONGEST); // the line is down: ask less often
  }
}

async function renew() {
  const answer = await fetch(location.href, { credentials: "same-origin", headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("[data-homework]");
  const words = part().querySelector("[role=status]");
  const news = fresh.querySelector("[role=status]").innerHTML;
  for (const name of ["stamp", "waits"]) part().dataset[name] = fresh.dataset[name];
  part().replaceChildren(...fresh.childNodes);
  part().querySelector("[role=status]").replaceWith(words); // the same element, so that its news are read out
  words.innerHTML = news;
}

async function wait_for_it() {
  while (part().dataset.waits === "yes") {
    await new Promise((resolve) => setTimeout(resolve, wait));
    await look();
  }
}

document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && part().dataset.waits === "no") look().then(wait_for_it);
});
wait_for_it();
