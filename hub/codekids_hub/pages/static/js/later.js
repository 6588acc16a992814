// Goes on by itself after some seconds: to another address, or to this one again.

const part = document.querySelector("[data-later]");
setTimeout(() => {
  if (part.dataset.to) window.location.assign(part.dataset.to);
  else window.location.reload();
}, 1000 * Number(part.dataset.later));
