// Opening the direct conversation with somebody.

import { openDirect } from "./acts.js";
import { avatar } from "./avatar.js";
import { openMenu } from "./popover.js";
import { refresh } from "./refresh.js";
import { go, toChannel } from "./route.js";
import { displayName, people, store } from "./store.js";

export function newDirect(anchor) {
  const others = people().filter((person) => person.id !== store.me && person.id !== "USLACKBOT");
  openMenu(anchor, [{ heading: "Write to" }, ...others.map((person) => ({
    icon: avatar(person.id, { small: true }), label: displayName(person.id), act: () => open(person.id),
  }))], "Write to");
}

async function open(person) {
  const answer = await openDirect(person);
  if (!answer) return;
  await refresh();
  go(toChannel(answer.channel));
}
