// What the server told this page about the house around the workspace.

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
