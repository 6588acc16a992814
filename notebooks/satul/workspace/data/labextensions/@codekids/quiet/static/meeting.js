// The strip under the bar while the club is in a session: the phase and its clock, the question, the hand, the way there.

import { handIcon } from "./icons.js";
import { wordsOf } from "./words.js";

const AGAIN = 15_000; // milliseconds, when the club did not answer
const TICK = 250;

export function meetingPlugin(lab) {
  return {
    id: "@codekids/quiet:meeting",
    description: "Shows the club's session: its phase, clock and question, and the child's hand.",
    autoStart: true,
    requires: [lab.tokens.ILeaving, lab.translation.ITranslator],
    activate: (app, leaving, translator) => {
      const strip = new Strip(wordsOf(translator), leaving, (up) => ask(lab, app, {}, { up }));
      const widget = new lab.widgets.Widget({ node: strip.node });
      widget.id = "codekids-meeting";
      widget.hide();
      strip.turned = (shown) => widget.setHidden(!shown); // the layout makes room
      app.shell.add(widget, "header", { rank: 1000 });
      void listen((after) => ask(lab, app, after === undefined ? {} : { after }), strip);
    },
  };
}

async function ask(lab, app, query, body) {
  const { ServerConnection } = lab.services;
  const { URLExt } = lab.coreutils;
  const settings = app.serviceManager.serverSettings;
  const url = URLExt.join(settings.baseUrl, "satul/session") + URLExt.objectToQueryString(query);
  const init = body ? { method: "POST", body: JSON.stringify(body) } : { cache: "no-store" };
  const answer = await ServerConnection.makeRequest(url, init, settings);
  if (answer.status === 404) {
    return undefined;
  }
  if (!answer.ok) {
    throw new ServerConnection.ResponseError(answer);
  }
  return answer.json();
}

async function listen(asked, strip) {
  let after;
  for (;;) {
    await seen();
    try {
      const told = await asked(after);
      if (!told) {
        return; // there is no club around this workspace
      }
      strip.show(told);
      after = told.stamp;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, AGAIN));
    }
  }
}

/** A page that nobody looks at asks nothing. */
function seen() {
  return new Promise((resolve) => {
    const look = () => {
      if (!document.hidden) {
        document.removeEventListener("visibilitychange", look);
        resolve();
      }
    };
    document.addEventListener("visibilitychange", look);
    look();
  });
}

class Strip {
  constructor(words, leaving, raise) {
    this._words = words;
    this._raise = raise;
    this._ends = 0;
    this._running = false;
    this._phase = part("strong", "ck-Meeting-phase");
    this._clock = part("span", "ck-Meeting-clock");
    this._clock.setAttribute("role", "timer");
    this._clock.setAttribute("aria-label", words.__("Time left"));
    this._question = part("span", "ck-Meeting-question");
    this._news = part("span", "ck-Unseen");
    this._news.setAttribute("role", "status");
    this._hand = part("button", "ck-Button ck-Meeting-hand");
    this._hand.type = "button";
    this._hand.addEventListener("click", () => void this._turn());
    this._way = part("a", "ck-Button");
    this._way.textContent = words.__("Session");
    this._way.addEventListener("click", (event) => {
      event.preventDefault();
      void leaving.go(this._way.href);
    });
    this.node = part("section", "ck-Meeting");
    this.node.setAttribute("aria-label", words.__("Session"));
    this.node.append(this._phase, this._clock, this._question, this._hand, this._way, this._news);
    setInterval(() => this._tick(), TICK);
  }

  show(told) {
    this._running = told.running;
    this.turned(told.running);
    if (!told.running) {
      return;
    }
    this._ends = performance.now() + told.seconds_left * 1_000;
    this._phase.textContent = told.name;
    if (this._news.textContent !== told.name) {
      this._news.textContent = told.name;
    }
    this._question.textContent = this._question.title = told.question;
    this._way.href = told.url;
    this._up = told.hand_up;
    this._hand.setAttribute("aria-pressed", String(told.hand_up));
    const text = told.hand_up ? this._words.__("Hand down") : this._words.__("Raise my hand");
    this._hand.innerHTML = handIcon;
    this._hand.append(part("span", "", text));
    this._tick();
  }

  async _turn() {
    this._hand.disabled = true;
    try {
      await this._raise(!this._up);
    } catch {
      // the strip shows how it is
    } finally {
      this._hand.disabled = false;
    }
  }

  _tick() {
    if (!this._running) {
      return;
    }
    const left = Math.ceil((this._ends - performance.now()) / 1_000);
    const [minutes, seconds] = [Math.floor(Math.abs(left) / 60), Math.abs(left) % 60];
    const text = `${left < 0 ? "+" : ""}${minutes}:${String(seconds).padStart(2, "0")}`;
    if (this._clock.textContent !== text) {
      this._clock.textContent = text;
      this._clock.dataset.look = left < 0 ? "over" : left <= 60 ? "soon" : "";
    }
  }
}

function part(tag, className, text = "") {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}
