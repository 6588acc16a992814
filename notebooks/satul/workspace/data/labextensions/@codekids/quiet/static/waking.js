// A workspace that was put to sleep wakes up in the same tab: as soon as the child does something, or when there is work
// to save. The club's page that opens this notebook starts the workspace, and lets this browser in again.

import { askedPath, openUrl } from "./house.js";

const TRY_EVERY = 4000;
const ACTIONS = ["keydown", "pointerdown"];
const AWAY = ["asleep", "signed-out"];

export function wakingPlugin(lab) {
  const { IConnection, ISaving } = lab.tokens;
  return {
    id: "@codekids/quiet:waking",
    description: "Wakes the workspace when the child goes on.",
    autoStart: true,
    requires: [IConnection, ISaving],
    activate: (app, connection, saving) => {
      const url = openUrl(lab, askedPath(lab));
      let wanted = false;
      let trying = false;
      let gone = false;
      let inside = false;
      let entering = Promise.resolve();
      const enter = async () => {
        // Without CORS, as a picture is asked for: JupyterHub takes no cookie from another request, and sends it to its login again and again.
        const page = await fetch(url, { mode: "no-cors", credentials: "same-origin" }).catch(() => undefined);
        inside ||= Boolean(page?.ok && page.url.startsWith(lab.coreutils.PageConfig.getBaseUrl()));
      };
      const letIn = () => (entering = entering.then(enter)); // one after the other: two logins at once undo each other
      const wake = async () => {
        while (AWAY.includes(connection.state) && (wanted || saving.unsaved)) {
          await letIn();
          await new Promise((resolve) => setTimeout(resolve, TRY_EVERY));
        }
      };
      const look = () => {
        if (!url || trying || !AWAY.includes(connection.state)) {
          return;
        }
        trying = true;
        void wake().finally(() => (trying = false));
      };
      const act = () => {
        if (AWAY.includes(connection.state)) {
          wanted = true;
          look();
        }
      };
      ACTIONS.forEach((action) => window.addEventListener(action, act, true));
      connection.changed.connect((_, state) => {
        const there = state === "there";
        wanted = wanted && !there;
        if (there && gone && url && !inside) {
          void letIn(); // a workspace that was started anew answers requests, but opens no channel for the old cookie
        }
        gone = !there;
        inside &&= there;
        look();
      });
    },
  };
}
