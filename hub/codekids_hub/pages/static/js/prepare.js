// The question of a set follows the set that is chosen; who writes a question has chosen their own.

for (const select of document.querySelectorAll("select[data-question]")) {
  const words = document.getElementById(select.dataset.question);
  select.addEventListener("change", () => {
    if (words) words.textContent = select.selectedOptions[0].dataset.asks || "…";
  });
}

for (const field of document.querySelectorAll("[data-chooses]")) {
  field.addEventListener("input", () => {
    document.getElementById(field.dataset.chooses).checked = true;
  });
}
