// Is the workspace there? Told by the browser, by JupyterLab, and by asking the server itself while it is not.
// While it is not there nothing is saved and nothing pops up; when it is back the kernels are connected again.

const ASK_EVERY = 3000;
const ANSWER_WITHIN = 8000;

/** `state` is "there", "offline" (no line), "asleep" (the server stopped) or "signed-out". */
class Connection {
  constructor(lab, app, info) {
    this._lab = lab;
    this._app = app;
    this._info = info;
    this._asking = null;
    this.state = "there";
    this.changed = new lab.signaling.Signal(this);
    window.addEventListener("offline", () => this.doubt());
    window.addEventListener("online", () => this.doubt());
  }

  /** Something failed: find out whether the workspace is still there, and keep asking while it is not. */
  doubt() {
    this._asking ??= this._askUntilThere().finally(() => {
      this._asking = null;
    });
    return this._asking;
  }

  /** Ask once, and say what was found. */
  async ask() {
    const state = await this._answer();
    if (state !== this.state) {
      this.state = state;
      this._info.isConnected = state === "there";
      this.changed.emit(state);
    }
    return state;
  }

  async _askUntilThere() {
    let wasAway = false;
    while ((await this.ask()) !== "there") {
      wasAway = true;
      await new Promise((resolve) => setTimeout(resolve, ASK_EVERY));
    }
    if (wasAway) {
      await this._connectKernels().catch(() => undefined);
    }
  }

  async _answer() {
    const { ServerConnection } = this._lab.services;
    const settings = this._app.serviceManager.serverSettings;
    const url = this._lab.coreutils.URLExt.join(settings.baseUrl, "api/me");
    try {
      const init = { signal: AbortSignal.timeout(ANSWER_WITHIN) };
      const response = await ServerConnection.makeRequest(url, init, settings);
      if (response.ok && response.headers.get("content-type")?.includes("json")) {
        return "there";
      }
      return response.status === 401 || response.status === 403 ? "signed-out" : "asleep";
    } catch {
      return "offline";
    }
  }

  /** The kernel that was there, or a new one when the workspace slept meanwhile. */
  async _connectKernels() {
    const { sessionContext } = this._app.shell.currentWidget?.context ?? {};
    if (!sessionContext) {
      return;
    }
    const { kernels, sessions } = this._app.serviceManager;
    const { kernel, id } = sessionContext.session ?? {};
    const name = kernel?.name ?? "python3";
    await Promise.all([kernels.refreshRunning(), sessions.refreshRunning()]);
    if (kernel && !kernel.isDisposed && (await kernels.findById(kernel.id)) && (await sessions.findById(id))) {
      await kernel.reconnect();
    } else {
      sessionContext.session?.dispose(); // it is known here only
      await sessionContext.changeKernel({ name });
    }
  }
}

export function connectionPlugins(lab) {
  const { JupyterLab, IConnectionLost } = lab.application;
  const { IConnection } = lab.tokens;
  return [
    {
      id: "@codekids/quiet:connection",
      description: "Knows whether the workspace answers.",
      autoStart: true,
      requires: [JupyterLab.IInfo],
      provides: IConnection,
      activate: (app, info) => new Connection(lab, app, info),
    },
    {
      id: "@codekids/quiet:connection-lost",
      description: "Asks again instead of showing a dialog when JupyterLab loses its server.",
      autoStart: true,
      requires: [IConnection],
      provides: IConnectionLost,
      activate: (app, connection) => () => connection.doubt().then(() => undefined),
    },
  ];
}
