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
