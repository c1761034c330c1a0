// Short notices in the corner. The region is announced politely to screen readers.

import { h } from "./element.js";
import { icon } from "./icons.js";

/** Shows a notice; `link` is `{ href, label }`. Failures and notices with a link stay longer. */
export function toast(text, { link, bad = false } = {}) {
  const region = document.getElementById("toasts");
  const card = h("div", { class: bad ? "toast toast-bad" : "toast" },
    h("span", {}, bad && h("strong", {}, "Problem: "), text),
    link && h("a", { href: link.href, click: () => card.remove() }, link.label),
    h("button", { type: "button", class: "icon-button", "aria-label": "Dismiss notice", click: () => card.remove() }, icon("close")));
  region.append(card);
  // Shown anew each time, so that it lies above a dialog opened since.
  if (region.matches(":popover-open")) region.hidePopover();
  region.showPopover();
  while (region.children.length > 4) region.firstChild.remove();
  setTimeout(() => card.remove(), link || bad ? 15_000 : 5_000);
}

/** Takes all notices away: they were meant for whoever was acting. */
export const clearToasts = () => document.getElementById("toasts").replaceChildren();
