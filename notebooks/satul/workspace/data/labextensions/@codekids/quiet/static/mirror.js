// What is typed and not saved yet, kept in this browser until it is: one record a notebook, by the workspace's address,
// so that two children on one device do not meet each other's.

const STORE = "notebooks";
const FORGET_AFTER = 60 * 24 * 3600 * 1000;

class Mirror {
  constructor(base) {
    this._base = base;
    this._opened = null;
    this.works = true; // until the browser says otherwise
    void this._sweep();
  }

  /** `{ content, base, at }` of a notebook, or undefined. */
  read(path) {
    return this._do("readonly", (store) => store.get(this._key(path)));
  }

  write(path, { content, base }) {
    const record = { key: this._key(path), content, base, at: Date.now() };
    return this._do("readwrite", (store) => store.put(record));
  }

  forget(path) {
    return this._do("readwrite", (store) => store.delete(this._key(path)));
  }

  _key(path) {
    return `${this._base} ${path}`;
  }

  async _do(mode, act) {
    try {
      this._opened ??= open();
      const transaction = (await this._opened).transaction(STORE, mode, { durability: "strict" });
      const request = act(transaction.objectStore(STORE));
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
      this.works = true;
      return request.result;
    } catch {
      this.works = false;
      return undefined;
    }
  }

  /** What nobody came back for goes. */
  _sweep() {
    return this._do("readwrite", (store) => {
      const request = store.openCursor();
      request.onsuccess = () => {
        const cursor = request.result;
        if (cursor) {
          if (Date.now() - cursor.value.at > FORGET_AFTER) {
            cursor.delete();
          }
          cursor.continue();
        }
      };
      return request;
    });
  }
}

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("codekids", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export function mirrorPlugin(lab) {
  const { IMirror } = lab.tokens;
  return {
    id: "@codekids/quiet:mirror",
    description: "Keeps in the browser what is not saved yet.",
    autoStart: true,
    provides: IMirror,
    activate: () => new Mirror(lab.coreutils.PageConfig.getBaseUrl()),
  };
}
