// JupyterHub counts its redirects in the address; a page that is loaded again must start from nought.

const address = new URL(window.location.href);
if (address.searchParams.has("redirects")) {
  address.searchParams.delete("redirects");
  window.history.replaceState(null, "", address);
}
