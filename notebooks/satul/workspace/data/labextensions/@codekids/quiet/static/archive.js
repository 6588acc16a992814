// The versions of a notebook, which the workspace keeps (satul/workspace/version_handlers.py answers).

export class Archive {
  constructor(lab, app) {
    this._lab = lab;
    this._settings = app.serviceManager.serverSettings;
  }

  /** The versions that differ from what is saved, newest first. */
  async all(path) {
    return (await this._ask("satul/versions", { path })).versions;
  }

  /** One version, as a notebook's content. */
  async one(path, id) {
    return (await this._ask("satul/version", { path, id })).content;
  }

  /** The notebook as it is given out. */
  async start(path) {
    return (await this._ask("satul/start", { path })).content;
  }

  /** Keep a content, or what is saved, as a version. */
  keep(path, reason, content) {
    return this._ask("satul/versions", {}, { path, reason, content });
  }

  /** `{ used, limit, little }`. */
  room() {
    return this._ask("satul/room", {});
  }

  async _ask(address, query, body) {
    const { ServerConnection } = this._lab.services;
    const { URLExt } = this._lab.coreutils;
    const url = URLExt.join(this._settings.baseUrl, address) + URLExt.objectToQueryString(query);
    const init = body ? { method: "POST", body: JSON.stringify(body) } : {};
    const response = await ServerConnection.makeRequest(url, init, this._settings);
    if (!response.ok) {
      throw new ServerConnection.ResponseError(response);
    }
    return response.json();
  }
}

export function archivePlugin(lab) {
  return {
    id: "@codekids/quiet:archive",
    description: "Asks the workspace for versions of a notebook.",
    autoStart: true,
    provides: lab.tokens.IArchive,
    activate: (app) => new Archive(lab, app),
  };
}
