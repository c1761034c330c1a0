// Making a channel, with the acting person as its first member.

import { createChannel } from "./api.js";
import { expectJoin } from "./arrivals.js";
import { h } from "./element.js";
import { pageForm, textLine } from "./pageform.js";
import { refresh } from "./refresh.js";
import { go, toChannel } from "./route.js";
import { store } from "./store.js";

export function newChannel() {
  const name = textLine("Name", "", { required: true, maxlength: 80 });
  const isPrivate = h("input", { type: "checkbox" });
  pageForm("Create a channel", [
    name.node,
    h("p", { class: "hint" }, "Lower-case letters, digits, hyphens and underscores."),
    h("label", { class: "choice" }, isPrivate, h("span", {}, "Private: only people who are added can see it")),
  ], "Create", async () => {
    const { channel } = await createChannel({ name: name.field.value.trim().replace(/^#/, ""), is_private: isPrivate.checked, members: [store.me] });
    expectJoin(channel);
    await refresh();
    go(toChannel(channel));
  });
}
