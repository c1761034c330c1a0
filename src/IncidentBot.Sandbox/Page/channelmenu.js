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
      { label: `Leave ${name}`, act: () => askToLeave(channel) },
      { label: `Archive ${name}`, danger: true, act: () => askToArchive(channel) },
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

async function askToLeave(channel) {
  const way = channel.is_private ? "You need an invitation to come back." : "You can join again later.";
  if (await askPlainly(`Leave #${channel.name}?`, way, "Leave")) await leave(channel.id);
}

async function askToArchive(channel) {
  const means = "Nobody can write in it any more. It can be brought back.";
  if (await askPlainly(`Archive #${channel.name}?`, means, "Archive")) await archive(channel.id);
}
