// The page's own dialog for making a channel, with the acting person as its first member.

import { createChannel, SandboxError } from "./api.js";
import { expectJoin } from "./arrivals.js";
import { h } from "./element.js";
import { refresh } from "./refresh.js";
import { go, toChannel } from "./route.js";
import { store } from "./store.js";

export function newChannel() {
  const name = h("input", { class: "field", id: "new-name", required: true, maxlength: 80, autocomplete: "off", autofocus: true, "aria-describedby": "new-error" });
  const isPrivate = h("input", { type: "checkbox" });
  const error = h("p", { class: "error", id: "new-error", role: "alert" });
  const create = async (event) => {
    event.preventDefault();
    try {
      const { channel } = await createChannel({ name: name.value.trim().replace(/^#/, ""), is_private: isPrivate.checked, members: [store.me] });
      const id = channel.id ?? channel;
      expectJoin(id);
      dialog.close();
      await refresh();
      go(toChannel(id));
    } catch (problem) {
      if (!(problem instanceof SandboxError)) throw problem;
      error.textContent = `⚠ ${problem.message}`;
    }
  };
  const dialog = h("dialog", { class: "modal modal-small", "aria-labelledby": "new-title", close: () => dialog.remove() },
    h("form", { submit: create },
      h("header", { class: "modal-head" }, h("h2", { id: "new-title" }, "Create a channel")),
      h("div", { class: "modal-body" },
        h("label", { class: "label", for: "new-name" }, "Name"), name,
        h("p", { class: "hint" }, "Lower-case letters, digits, hyphens and underscores."), error,
        h("label", { class: "choice" }, isPrivate, h("span", {}, "Private: only people who are added can see it"))),
      h("footer", { class: "modal-foot" },
        h("button", { type: "button", class: "button", click: () => dialog.close() }, "Cancel"),
        h("button", { class: "button button-primary" }, "Create"))));
  document.body.append(dialog);
  dialog.showModal();
}
