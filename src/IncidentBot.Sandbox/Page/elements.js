// Block elements that act at once: buttons, and selects and boxes outside a form.
// A surface is `{ act(blockId, actionId, selected) → promise, remember?(blockId, actionId, value), recall?(…) }`.

import { ask } from "./confirm.js";
import { control } from "./controls.js";
import { h } from "./element.js";
import { icon } from "./icons.js";
import { insideHref, safeHref } from "./links.js";
import { openMenu } from "./popover.js";
import { plain } from "./textobject.js";

/** The node for an interactive element; one this page cannot show is named instead of left out. */
export function element(item, blockId, surface) {
  if (item.type === "button" || item.type === "workflow_button") return button(item, blockId, surface);
  if (item.type === "overflow") return overflow(item, blockId, surface);
  return liveControl(item, blockId, surface)
    ?? h("span", { class: "unknown" }, `(an element of type ${item.type})`);
}

function button(item, blockId, surface) {
  const style = { primary: " button-primary", danger: " button-danger" }[item.style] ?? "";
  const href = item.url && safeHref(item.url);
  const press = async (event) => {
    if (item.confirm && !await ask(item.confirm)) return;
    if (href) follow(href);
    await busy(event.target.closest("button"), surface.act(blockId, item.action_id));
  };
  return h("button", {
    type: "button", class: `button${style}`, "aria-label": item.accessibility_label, "data-focus": `${blockId}/${item.action_id}`, click: press,
  }, plain(item.text), href && h("span", { class: "button-away", "aria-hidden": "true" }, "↗"));
}

function follow(href) {
  const inside = insideHref(href);
  if (inside) location.hash = inside;
  else window.open(href, "_blank", "noopener,noreferrer");
}

function overflow(item, blockId, surface) {
  const choose = async (option) => {
    if (item.confirm && !await ask(item.confirm)) return;
    const href = option.url && safeHref(option.url);
    if (href) follow(href);
    await surface.act(blockId, item.action_id, option.value);
  };
  return h("button", {
    type: "button", class: "icon-button overflow", "aria-label": "More actions", "aria-haspopup": "menu", "data-focus": `${blockId}/${item.action_id}`,
    click: (event) => openMenu(event.currentTarget, (item.options ?? []).map((option) => ({
      label: plain(option.text), detail: plain(option.description), act: () => choose(option),
    })), "More actions"),
  }, icon("dots"));
}

function liveControl(item, blockId, surface) {
  const before = surface.recall?.(blockId, item.action_id);
  const made = control(item, {
    "aria-label": item.accessibility_label || plain(item.placeholder) || "Choose", "data-focus": `${blockId}/${item.action_id}`,
  }, before);
  if (!made) return null;
  made.node.addEventListener("change", async () => {
    if (item.confirm && !await ask(item.confirm)) return;
    surface.remember?.(blockId, item.action_id, made);
    await surface.act(blockId, item.action_id, made.read());
  });
  surface.remember?.(blockId, item.action_id, made);
  return made.node;
}

async function busy(node, work) {
  node?.setAttribute("aria-busy", "true");
  await work;
  node?.removeAttribute("aria-busy");
}
