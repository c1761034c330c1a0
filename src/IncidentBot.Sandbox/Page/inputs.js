// The input block: a labelled control with its hint and its error. The surface of a form also has
// `recall(blockId, actionId)`, `remember(blockId, actionId, control)`, `errors` (block id to text) and `act`.

import { control } from "./controls.js";
import { h } from "./element.js";
import { plain } from "./textobject.js";

let inputs = 0;

export function input(block, surface) {
  const item = block.element;
  const id = `input-${++inputs}`;
  const error = surface.errors?.[block.block_id];
  const grouped = ["radio_buttons", "checkboxes"].includes(item.type) || item.type.startsWith("multi_");
  const described = [block.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const made = control(item, {
    id, "data-focus": `${block.block_id}/${item.action_id}`,
    "aria-labelledby": grouped ? `${id}-label` : undefined,
    "aria-describedby": described || undefined,
    "aria-invalid": error ? "true" : undefined,
    "aria-required": block.optional ? undefined : "true",
  }, surface.recall?.(block.block_id, item.action_id));
  if (made) {
    surface.remember?.(block.block_id, item.action_id, made, block);
    if (block.dispatch_action) dispatch(made, block, surface);
    if (item.focus_on_load) made.node.setAttribute("autofocus", "");
  }
  return h("div", { class: error ? "block input input-wrong" : "block input" },
    h(grouped ? "span" : "label", { class: "label", id: `${id}-label`, for: grouped ? undefined : id },
      plain(block.label), block.optional && h("span", { class: "optional" }, " (optional)")),
    made?.node ?? h("span", { class: "unknown" }, `(an input of type ${item.type})`),
    error && h("p", { class: "error", id: `${id}-error`, role: "alert" }, "⚠ ", error),
    block.hint && h("p", { class: "hint", id: `${id}-hint` }, plain(block.hint)));
}

/** With dispatch_action the app hears of a choice at once, and of typed text when Enter is pressed. */
function dispatch(made, block, surface) {
  const { type, action_id: actionId } = block.element;
  const send = () => surface.act(block.block_id, actionId, made.read());
  if (!type.endsWith("_input")) {
    made.node.addEventListener("change", send);
    return;
  }
  made.node.addEventListener("keydown", (press) => {
    if (press.key !== "Enter" || press.isComposing) return;
    press.preventDefault();
    send();
  });
}
