// The app's Home tab.

import { openHome } from "./acts.js";
import { avatar } from "./avatar.js";
import { blocks } from "./blocks.js";
import { appTabs } from "./channelheader.js";
import { h } from "./element.js";
import { keyed } from "./keyed.js";
import { appConversation } from "./sidebar.js";
import { app, namesSign, now, store } from "./store.js";
import { homeSurface } from "./surfaces.js";

let toldAbout = null;

/** Tells the sandbox that the tab was opened, once per visit: apps publish their Home then. */
export function visitHome() {
  const visit = `${store.me} ${store.route.page}`;
  if (toldAbout === visit || !store.me) return;
  toldAbout = visit;
  if (store.route.page === "home") openHome();
}

export function drawHome(pane) {
  const view = store.home?.view;
  const minute = /\{ago\}|_pretty\}/.test(JSON.stringify(view ?? "")) ? Math.floor(now() / 60_000) : "";
  keyed(pane, [
    { key: "home-head", sign: namesSign() + (appConversation()?.id ?? ""), make: head },
    { key: "home-body", sign: JSON.stringify([store.me, namesSign(), view, store.homeNotice, store.home === null, minute]), make: () => body(view) },
  ]);
}

function head() {
  return h("div", { class: "pane-head" },
    h("div", { class: "pane-title" }, h("h1", {}, avatar(app().bot_user_id, { small: true, name: app().name }), h("span", {}, app().name ?? "The app"))),
    appTabs("home", appConversation()));
}

function body(view) {
  const notice = store.homeNotice;
  return h("div", { class: "home", tabindex: "0", role: "region", "aria-label": "Home" },
    notice && h("p", { class: "notice notice-bad", role: "alert" }, "⚠ ", notice),
    view ? h("div", { class: "content home-blocks" }, blocks(view.blocks ?? [], homeSurface(view.id)))
      : h("div", { class: "empty" }, h("p", {}, store.home === null ? "Opening…" : "This app has not shown a Home yet.")));
}
