// What a newcomer may try first. It goes away for good when put away, or once something was tried.

import { prefill } from "./composer.js";
import { h } from "./element.js";
import { isWelcomed, putWelcomeAway } from "./welcomed.js";

const FIRST_COMMAND = "/incident declare Checkout is failing";

let shownIn = null;

/** The panel as the only item of a keyed place, in the first channel that is opened; nothing in all others. */
export function welcome(channel) {
  if (isWelcomed()) return [];
  shownIn ??= channel;
  return shownIn === channel ? [{ key: "welcome", sign: "", make: panel }] : [];
}

function panel() {
  return h("section", { class: "welcome", "aria-labelledby": "welcome-title" },
    h("h2", { id: "welcome-title" }, "Welcome to a make-believe Slack. Three things to try:"),
    h("ol", {},
      h("li", {}, "Type ", h("button", { type: "button", class: "try", click: () => prefill(FIRST_COMMAND) }, FIRST_COMMAND), " and press Enter."),
      h("li", {}, "React to the incident's card with 🙋 or 👀: hover over it, or use its smiley."),
      h("li", {}, "Pin a message in the new channel: it joins the incident's timeline.")),
    h("p", { class: "hint" }, "You can be anybody: switch people at the top left, and move the clock at the top right."),
    h("button", { type: "button", class: "button", click: putWelcomeAway }, "Got it"));
}
