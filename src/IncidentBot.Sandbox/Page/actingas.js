// Who is acting. The choice belongs to the tab, so two tabs can be two people.

import { avatar } from "./avatar.js";
import { h } from "./element.js";
import { icon } from "./icons.js";
import { follow } from "./live.js";
import { openMenu } from "./popover.js";
import { refresh } from "./refresh.js";
import { changed, displayName, me, now, people, store } from "./store.js";
import { clearToasts } from "./toast.js";
import { clockTime, zoneName } from "./zone.js";

const KEY = "sandbox.me";

/** Who acted last in this tab, or who the address asks for ("?as=U1"), or null. */
export function rememberedPerson() {
  return new URLSearchParams(location.search).get("as") ?? sessionStorage.getItem(KEY);
}

export function actAs(id) {
  store.me = id;
  store.editing = null;
  store.homeNotice = null;
  store.lastActAt = 0;
  clearToasts();
  sessionStorage.setItem(KEY, id);
  follow();
  refresh();
  changed();
}

/** The switcher: a button that shows who acts and opens the list of people. */
export function actingAs() {
  const person = me();
  return h("button", {
    type: "button", class: "acting-as", "aria-haspopup": "menu", "data-focus": "acting-as",
    title: "Choose who acts",
    click: (event) => openMenu(event.currentTarget, [{ heading: "Act as" }, ...people().filter((one) => !one.is_bot && one.id !== "USLACKBOT").map((one) => ({
      icon: avatar(one.id, { small: true }),
      label: one.id === store.me ? `${displayName(one.id)} (now)` : displayName(one.id),
      detail: `${clockTime(now(), one.tz)} ${zoneName(now(), one.tz)}`,
      act: () => actAs(one.id),
    }))], "Act as"),
  },
  avatar(person?.id),
  h("span", { class: "acting-as-words" },
    h("span", { class: "acting-as-label" }, "Acting as"),
    h("span", { class: "acting-as-name" }, displayName(person?.id))),
  icon("chevron"));
}
