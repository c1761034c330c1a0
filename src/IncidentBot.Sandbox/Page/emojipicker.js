// The picker for reactions: a search field above a grid of emoji.

import { h } from "./element.js";
import { emoji, reactionNames } from "./emoji.js";
import { openPopover } from "./popover.js";

const COLUMNS = 8;

/** Opens the picker beside `anchor` and calls `choose(name)` once. */
export function pickEmoji(anchor, choose) {
  let close = () => {};
  const grid = h("div", { class: "emoji-grid", role: "group", "aria-label": "Emoji", keydown: walk });
  const search = h("input", {
    class: "field", type: "search", placeholder: "Search, or type a name", "aria-label": "Search emoji", autocomplete: "off",
    input: () => draw(),
    keydown: (event) => {
      if (event.key === "ArrowDown") grid.firstElementChild?.focus();
      else if (event.key === "Enter" && search.value.trim()) take(reactionNames(search.value)[0] ?? search.value.replaceAll(":", "").trim());
      else return;
      event.preventDefault();
    },
  });
  const draw = () => grid.replaceChildren(...reactionNames(search.value).map((name) => h("button", {
    type: "button", class: "emoji-choice", title: `:${name}:`, "aria-label": name.replaceAll("_", " "), click: () => take(name),
  }, emoji(name))));
  const take = (name) => {
    close();
    choose(name);
  };
  draw();
  close = openPopover(anchor, h("div", { class: "emoji-picker" }, search, grid), { label: "Add a reaction" });
  search.focus();
}

function walk(press) {
  const buttons = [...press.currentTarget.children];
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[press.key];
  if (!step) return;
  press.preventDefault();
  buttons[Math.max(0, Math.min(buttons.length - 1, buttons.indexOf(document.activeElement) + step))]?.focus();
}
