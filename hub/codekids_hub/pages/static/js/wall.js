// The wall: a tile that was opened stays open while the page takes over what is new.

const open = new Set();

document.addEventListener(
  "toggle",
  (event) => {
    const { id } = event.target;
    if (!id) return;
    if (event.target.open) open.add(id);
    else if (event.target.isConnected) open.delete(id);
  },
  true,
);

document.addEventListener("renewed", () => {
  for (const id of open) {
    const tile = document.getElementById(id);
    if (tile && !tile.open) tile.open = true;
  }
});
