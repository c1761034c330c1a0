// The strip under the top bar: what stands between the person and an app that answers.

import { h } from "./element.js";
import { keyed } from "./keyed.js";
import { store } from "./store.js";

export function drawConnection() {
  const trouble = words();
  keyed(document.getElementById("connection"), trouble
    ? [{ key: "trouble", sign: trouble, make: () => h("p", { class: "connection", role: "alert" }, `⚠ ${trouble}`) }] : []);
}

function words() {
  if (!store.online) return "No connection to the sandbox. Trying again…";
  if (store.state?.app?.is_installed === false) return "No app is connected to this workspace yet, so commands and buttons find nobody.";
  if (store.state?.app?.events_disabled) return "The app failed too often, so it is not told about events any more.";
  return null;
}
