// Clocks of phases: <span data-left="280">4:40</span> counts down from when it came, then counts what is over.

const ends = new WeakMap();

function words(seconds) {
  const whole = Math.abs(seconds);
  const minutes = Math.floor(whole / 60);
  return `${seconds < 0 ? "+" : ""}${minutes}:${String(whole % 60).padStart(2, "0")}`;
}

function tick() {
  for (const clock of document.querySelectorAll("[data-left]")) {
    const told = ends.get(clock);
    if (!told || told.left !== clock.dataset.left) {
      ends.set(clock, { left: clock.dataset.left, at: performance.now() + Number(clock.dataset.left) * 1_000 });
    }
    const left = Math.ceil((ends.get(clock).at - performance.now()) / 1_000);
    const text = words(left);
    if (clock.textContent !== text) clock.textContent = text;
    clock.classList.toggle("soon", left >= 0 && left <= 60);
    clock.classList.toggle("over", left < 0);
  }
}

tick();
setInterval(tick, 250);
document.addEventListener("renewed", tick);
