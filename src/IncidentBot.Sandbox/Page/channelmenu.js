// What a person can do with a channel as a whole: its topic, its name, its end.

import { archive, leave, unarchive } from "./acts.js";
import { postAs } from "./api.js";
import { askPlainly } from "./confirm.js";
import { unescape } from "./entities.js";
import { icon } from "./icons.js";
import { toTyped } from "./outgoing.js";
import { pageForm, textLine } from "./pageform.js";
import { openMenu } from "./popover.js";
import { refresh } from "./refresh.js";
import { store } from "./store.js";

export function channelMenu(anchor, channel) {
  const name = `#${channel.name}`;
  openMenu(anchor, channel.is_archived
    ? [{ label: `Bring ${name} back`, act: () => unarchive(channel.id) }]
    : [
      { icon: icon("pencil"), label: "Change the topic…", act: () => changeTopic(channel) },
      { icon: icon("hash"), label: "Rename…", act: () => rename(channel) },
      null,
      { label: `Leave ${name}`, act: () => askThen(`Leave ${name}?`, channel.is_private ? "You need an invitation to come back." : "You can join again later.", "Leave", () => leave(channel.id)) },
      { label: `Archive ${name}`, danger: true, act: () => askThen(`Archive ${name}?`, "Nobody can write in it any more. It can be brought back.", "Archive", () => archive(channel.id)) },
    ], "Channel");
}

function changeTopic(channel) {
  const topic = textLine("Topic", toTyped(channel.topic ?? ""), { maxlength: 250 });
  pageForm("Change the topic", topic.node, "Save", () => send(channel, "topics", { topic: topic.field.value.trim() }));
}

function rename(channel) {
  const name = textLine("New name", unescape(channel.name), { required: true, maxlength: 80 });
  pageForm(`Rename #${channel.name}`, name.node, "Rename", () => send(channel, "renames", { name: name.field.value.trim() }));
}

async function send(channel, what, body) {
  await postAs(store.me, what, { channel: channel.id, ...body });
  await refresh();
}

async function askThen(title, text, yes, act) {
  if (await askPlainly(title, text, yes)) await act();
}
