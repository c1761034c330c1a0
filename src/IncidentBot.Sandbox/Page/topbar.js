// The bar along the top: the way to the left side on narrow screens, the app's global shortcuts, and the clock.

import { runShortcut } from "./acts.js";
import { clock } from "./clock.js";
import { toggleSidebar } from "./drawer.js";
import { h } from "./element.js";
import { icon } from "./icons.js";
import { openMenu } from "./popover.js";
import { app, store } from "./store.js";

/** Made once; what it offers is looked up when a button is pressed. */
export function topbar() {
  return [
    h("button", {
      type: "button", class: "icon-button menu-button", id: "menu-button", "aria-label": "Conversations",
      "aria-expanded": "false", "aria-controls": "sidebar", click: toggleSidebar,
    }, icon("menu")),
    h("span", { class: "team-name", id: "team-name" }, "Sandbox"),
    h("button", { type: "button", class: "button button-quiet shortcuts-button", "aria-haspopup": "menu", click: (event) => shortcuts(event.currentTarget) },
      icon("bolt"), h("span", { class: "wide-words" }, "Shortcuts"), h("span", { class: "hidden-words narrow-words" }, "Shortcuts")),
    clock(),
  ];
}

function shortcuts(anchor) {
  const global = app().shortcuts?.filter((shortcut) => shortcut.type === "global") ?? [];
  openMenu(anchor, [
    { heading: app().name ?? "The app" },
    ...global.map((shortcut) => ({ label: shortcut.name, act: () => runShortcut(shortcut.callback_id) })),
    ...(global.length === 0 ? [{ heading: "This app has no global shortcuts." }] : []),
  ], "Shortcuts");
}

export function drawTopbar() {
  document.getElementById("team-name").textContent = store.state?.team?.name ?? "Sandbox";
}
