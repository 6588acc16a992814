// The projector's slides: one after the other, until somebody stops them. Arrow keys work too.

const EVERY = 12_000; // milliseconds

const buttons = document.querySelector("[data-turn]");
const stop = buttons.querySelector("[data-stop]");
let at = 0;
let timer;

const slides = () => [...document.querySelectorAll(".slide")];

function show() {
  const all = slides();
  if (all.length) at = (at + all.length) % all.length;
  document.querySelector(".slides")?.classList.add("turning");
  all.forEach((slide, number) => slide.classList.toggle("here", number === at));
  buttons.hidden = all.length < 2;
}

function go(by) {
  at += by;
  show();
  clearInterval(timer);
  if (stop.getAttribute("aria-pressed") === "false") timer = setInterval(() => go(1), EVERY);
}

buttons.querySelector("[data-back]").addEventListener("click", () => go(-1));
buttons.querySelector("[data-on]").addEventListener("click", () => go(1));
stop.addEventListener("click", () => {
  stop.setAttribute("aria-pressed", String(stop.getAttribute("aria-pressed") === "false"));
  go(0);
});
document.addEventListener("keydown", ({ key }) => {
  if (key === "ArrowRight") go(1);
  if (key === "ArrowLeft") go(-1);
});
document.addEventListener("renewed", show);
go(0);
