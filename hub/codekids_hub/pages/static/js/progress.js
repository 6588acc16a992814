// How far the workspace has got, in a child's words. JupyterHub sends its events as a stream.

const SLOW = 60_000; // milliseconds

const part = document.querySelector("[data-progress]");
const bar = part.querySelector("progress");
const says = part.querySelector("[data-says]");
const words = JSON.parse(part.dataset.words);
const events = new EventSource(part.dataset.progress);

setTimeout(() => {
  part.querySelector("[data-slow]").hidden = false;
}, SLOW);

events.addEventListener("message", (event) => {
  const news = JSON.parse(event.data);
  if (news.progress !== undefined) {
    bar.value = Math.max(bar.value, news.progress);
    const sentence = words[Math.min(words.length - 1, Math.floor((news.progress / 100) * (words.length - 1)))];
    if (says.textContent !== sentence) says.textContent = sentence;
  }
  if (news.ready) {
    events.close();
    window.location.reload();
  }
  if (news.failed) {
    events.close();
    bar.hidden = true;
    says.hidden = true;
    part.querySelector("[data-slow]").remove();
    part.querySelector("[data-failed]").hidden = false;
  }
});
