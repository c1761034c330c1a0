// Small panels and menus that open beside a button and close by Escape or a click elsewhere.

import { h } from "./element.js";

/** Opens `content` beside `anchor`; returns a function that closes it. */
export function openPopover(anchor, content, { label, className = "", onClose } = {}) {
  const panel = h("div", { class: `popover ${className}`, popover: "auto", role: "dialog", "aria-label": label }, content);
  // Outside an open dialog everything is inert, so a panel asked for inside one must live inside it.
  (anchor.closest("dialog") ?? document.body).append(panel);
  anchor.setAttribute("aria-expanded", "true");
  panel.addEventListener("toggle", (change) => {
    if (change.newState !== "closed") return;
    anchor.setAttribute("aria-expanded", "false");
    if (panel.contains(document.activeElement) || document.activeElement === document.body) anchor.focus?.();
    panel.remove();
    onClose?.();
  });
  panel.showPopover();
  place(panel, anchor.getBoundingClientRect());
  return () => panel.isConnected && panel.hidePopover();
}

/** A menu of `{ label, detail, icon, danger, act }` entries; null entries become separators. */
export function openMenu(anchor, entries, label) {
  let close = () => {};
  const items = entries.map((entry) => {
    if (!entry) return h("hr", { role: "separator" });
    if (entry.heading) return h("div", { class: "menu-heading", role: "presentation" }, entry.heading);
    return h("button", {
      type: "button", role: "menuitem", tabindex: "-1", class: entry.danger ? "menu-item danger" : "menu-item",
      click: () => { close(); entry.act(); },
    }, entry.icon, h("span", { class: "menu-label" }, entry.label), entry.detail && h("span", { class: "menu-detail" }, entry.detail));
  });
  const menu = h("div", { role: "menu", "aria-label": label, class: "menu", keydown: walk }, items);
  close = openPopover(anchor, menu, { label, className: "popover-menu" });
  menu.querySelector("[role=menuitem]")?.focus();
}

function walk(press) {
  const items = [...press.currentTarget.querySelectorAll("[role=menuitem]")];
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[press.key];
  if (to === undefined) return;
  press.preventDefault();
  items[(to + items.length) % items.length]?.focus();
}

function place(panel, anchor) {
  const { width, height } = panel.getBoundingClientRect();
  const room = { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight };
  const below = anchor.bottom + 4 + height <= room.height - 8;
  const top = below ? anchor.bottom + 4 : Math.max(8, anchor.top - 4 - height);
  const left = anchor.left + width <= room.width - 8 ? anchor.left : Math.max(8, anchor.right - width);
  Object.assign(panel.style, { top: `${Math.min(top, Math.max(8, room.height - height - 8))}px`, left: `${Math.min(left, Math.max(8, room.width - width - 8))}px` });
}
