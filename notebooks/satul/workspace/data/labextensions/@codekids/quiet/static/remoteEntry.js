// JupyterLab loads this script first. It is a module-federation container written by hand: Lab hands over the
// modules that it shares, and asks for ours by name.

(() => {
  const folder = new URL(".", document.currentScript.src);
  let shared = {};
  let sheet;

  /** A module of JupyterLab's own, by its package name. */
  async function take(name) {
    const versions = Object.values(shared[name] ?? {});
    const version = versions.find((each) => each.loaded) ?? versions[0];
    if (version === undefined) {
      throw new Error(`JupyterLab shares no ${name}`);
    }
    return (await version.get())();
  }

  /** Our style sheet, once it works: JupyterLab measures its panels only when they are made. */
  function style() {
    sheet ??= new Promise((resolve, reject) => {
      const link = document.createElement("link");
      Object.assign(link, { rel: "stylesheet", href: new URL("quiet.css", folder), onload: resolve, onerror: reject });
      document.head.append(link);
    });
    return sheet.then(() => () => ({}));
  }

  async function extension() {
    const { plugins } = await import(new URL("index.js", folder));
    const all = await plugins(take);
    await style();
    return () => ({ __esModule: true, default: all });
  }

  const modules = { "./extension": extension, "./style": style };

  window._JUPYTERLAB = window._JUPYTERLAB ?? {};
  window._JUPYTERLAB["@codekids/quiet"] = {
    init: (scope) => {
      shared = scope;
    },
    get: (name) => modules[name](),
  };
})();
