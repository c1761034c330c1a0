// Editing one's own message in place: Enter saves, Escape gives up.

import { edit } from "./acts.js";
import { h } from "./element.js";
import { toSlack, toTyped } from "./outgoing.js";
import { changed, store } from "./store.js";
import { suggestList } from "./suggestlist.js";

export function editor(channel, message) {
  const field = h("textarea", { class: "field", rows: 2, value: toTyped(message.text ?? ""), "aria-label": "Edit message" });
  const { list, onKey } = suggestList(field);
  const stop = () => {
    store.editing = null;
    changed();
  };
  const save = async () => {
    if (field.value.trim() !== "") await edit(channel, message.ts, toSlack(field.value.trim()));
    stop();
  };
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (onKey(event)) event.preventDefault();
    else if (event.key === "Escape") stop();
    else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      save();
    }
  });
  requestAnimationFrame(() => field.focus());
  return h("div", { class: "editor" }, list, field,
    h("div", { class: "editor-foot" },
      h("button", { type: "button", class: "button button-small", click: stop }, "Cancel"),
      h("button", { type: "button", class: "button button-primary button-small", click: save }, "Save")));
}
