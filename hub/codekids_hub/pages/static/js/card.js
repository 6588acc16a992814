// The address of a card's square holds its secret after "#". Take it out of sight, then hand it in.

const form = document.querySelector("form[data-card]");
const secret = window.location.hash.slice(1);
window.history.replaceState(null, "", window.location.pathname + window.location.search);

if (secret) {
  form.elements.card.value = secret;
  form.submit();
} else {
  form.querySelector("[data-empty]").hidden = false;
}
