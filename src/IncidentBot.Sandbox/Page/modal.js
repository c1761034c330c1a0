// The app's modals: the top of the stack as a dialog, with what was typed kept while the stack moves.

import { click, closeView, failureOf, submit } from "./acts.js";
import { blocks } from "./blocks.js";
import { h } from "./element.js";
import { Form } from "./form.js";
import { icon } from "./icons.js";
import { store } from "./store.js";
import { plain } from "./textobject.js";

const forms = new Map();
let dialog = null;
let shown = { id: null, sign: "" };
let trouble = null;

/** Shows, updates or closes the dialog to fit the open stack. */
export function drawModal() {
  const top = store.modals.at(-1);
  if (!top) return hide();
  // What was filled in is the form's own business; it is not a reason to draw anew.
  const sign = JSON.stringify([store.modals.length, { ...top, state: null }]);
  if (shown.sign === sign) return undefined;
  trouble = null;
  if (forms.has(top.id)) forms.get(top.id).errors = {};
  return paint(top, sign);
}

function hide() {
  forms.clear();
  shown = { id: null, sign: "" };
  trouble = null;
  dialog?.remove();
  dialog = null;
}

function paint(view, sign) {
  forms.get(shown.id)?.keep();
  const open = new Set(store.modals.map((one) => one.id));
  for (const id of [...forms.keys()]) if (!open.has(id)) forms.delete(id);
  const form = forms.get(view.id) ?? new Form();
  forms.set(view.id, form);
  const focused = dialog?.contains(document.activeElement) ? document.activeElement : null;
  const isNew = shown.id !== view.id;
  shown = { id: view.id, sign };

  if (!dialog) {
    dialog = h("dialog", { class: "modal", "aria-labelledby": "modal-title" });
    // Escape asks the app's view to close; the dialog goes when the sandbox says that it has.
    dialog.addEventListener("cancel", (event) => { if (event.target === dialog) { event.preventDefault(); closeView(shown.id); } });
    document.body.append(dialog);
    dialog.showModal();
  }
  const top = dialog.querySelector(".modal-body")?.scrollTop ?? 0;
  dialog.replaceChildren(body(view, form));
  if (!isNew) dialog.querySelector(".modal-body").scrollTop = top;
  if (isNew || !focused || !refocus(focused)) focusFirst();
}

function focusFirst() {
  const first = dialog.querySelector("[autofocus]") ?? dialog.querySelector(".modal-body .field, .modal-body input, .modal-body button");
  (first ?? dialog.querySelector("button")).focus();
}

/** Puts the focus, and the caret, where they were before the view was drawn anew. */
function refocus(before) {
  const name = before.dataset.focus;
  const again = name && name !== "close" && dialog.querySelector(`[data-focus="${CSS.escape(name)}"]`);
  if (!again) return false;
  again.focus();
  if (again.setSelectionRange && before.selectionStart !== null) again.setSelectionRange(before.selectionStart, before.selectionEnd);
  return true;
}

function body(view, form) {
  const close = () => closeView(view.id);
  const closeAll = () => closeView(view.id, true);
  const submitButton = view.submit && h("button", { class: "button button-primary", type: "submit", "data-focus": "submit" }, plain(view.submit));
  return h("form", { class: "modal-form", novalidate: true, submit: (event) => { event.preventDefault(); send(view, form, submitButton); } },
    h("header", { class: "modal-head" },
      h("h2", { id: "modal-title" }, plain(view.title)),
      store.modals.length > 1 && h("span", { class: "modal-depth" }, `step ${store.modals.length}`),
      h("button", { type: "button", class: "icon-button", "aria-label": "Close", click: closeAll }, icon("close"))),
    h("div", { class: "modal-body" },
      trouble && h("p", { class: "notice notice-bad", role: "alert" }, "⚠ ", trouble),
      blocks(view.blocks ?? [], surface(view, form))),
    h("footer", { class: "modal-foot" },
      h("button", { type: "button", class: "button", "data-focus": "close", click: close }, plain(view.close) || (submitButton ? "Cancel" : "Close")),
      submitButton));
}

function surface(view, form) {
  return {
    errors: form.errors,
    remember: (...control) => form.remember(...control),
    recall: (blockId, actionId) => form.recall(blockId, actionId),
    act: async (blockId, actionId, selected) => {
      const answer = await click({ view_id: view.id, block_id: blockId, action_id: actionId, selected, values: form.values() });
      settle(view, form, failureOf(answer));
    },
  };
}

async function send(view, form, button) {
  if (button?.getAttribute("aria-busy") === "true") return;
  if (!form.check()) return repaint(view, form);
  button?.setAttribute("aria-busy", "true");
  const answer = await submit({ view_id: view.id, values: form.values() });
  form.errors = answer?.errors ?? {};
  // Once the app has taken it, the button stays busy until the view is gone or another one stands there.
  if (!answer || failureOf(answer) || Object.keys(form.errors).length) button?.removeAttribute("aria-busy");
  return settle(view, form, failureOf(answer));
}

function settle(view, form, failure) {
  const before = trouble;
  trouble = failure ?? null;
  if (trouble || before || Object.keys(form.errors).length) repaint(view, form);
}

function repaint(view, form) {
  if (shown.id !== view.id) return;
  paint(store.modals.find((open) => open.id === view.id) ?? view, shown.sign);
  form.focusFirstError();
}
