// What the server told this page about the house around the workspace.

const CHALLENGE = /^([a-z0-9-]+)\/([a-z0-9-]+)\.ipynb$/;

/** `homeUrl`, `logoutUrl`, and `titles` by notebook path. */
export function house({ coreutils }) {
  const told = coreutils.PageConfig.getOption("codekids");
  return { homeUrl: "", logoutUrl: "", titles: {}, ...(told ? JSON.parse(told) : {}) };
}

/** The path of the notebook that the address of this page names, or an empty string. */
export function askedPath({ coreutils }) {
  return decodeURIComponent(coreutils.PageConfig.getOption("treePath"));
}

/** Where a child logs in and wakes the workspace again; without a hub, the workspace itself. */
export function backUrl({ coreutils }) {
  const { PageConfig, URLExt } = coreutils;
  const home = URLExt.join(PageConfig.getBaseUrl(), "satul/home");
  const hub = PageConfig.getOption("hubPrefix");
  return hub ? `${URLExt.join(hub, "spawn")}?next=${encodeURIComponent(new URL(home).pathname)}` : home;
}

/** Where the club opens this notebook, and starts the workspace first; empty without a hub. */
export function openUrl(lab, path) {
  const { homeUrl } = house(lab);
  const [, set, name] = CHALLENGE.exec(path) ?? [];
  if (!homeUrl || !set) {
    return "";
  }
  return homeUrl + (name === "homework" ? `homework/${set}/open` : `open/${set}/${name}`);
}

/** Where this workspace brings a notebook that is not there; empty for what is neither challenge nor homework. */
export function bringUrl({ coreutils }, path) {
  const [, set, name] = CHALLENGE.exec(path) ?? [];
  const address = name === "homework" ? `satul/homework/${set}` : `satul/open/${set}/${name}`;
  return set ? coreutils.URLExt.join(coreutils.PageConfig.getBaseUrl(), address) : "";
}
