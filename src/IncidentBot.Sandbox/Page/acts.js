// What the acting person does. Each function answers what the sandbox said, or null after a refusal that has been shown.

import { deleteAs, postAs, SandboxError } from "./api.js";
import { refresh } from "./refresh.js";
import { store } from "./store.js";
import { toast } from "./toast.js";

async function act(method, what, body) {
  store.lastActAt = Date.now();
  try {
    const answer = await method(store.me, what, body);
    return answer;
  } catch (problem) {
    if (!(problem instanceof SandboxError)) throw problem;
    toast(problem.message, { bad: true });
    return null;
  } finally {
    refresh();
  }
}

export const say = (body) => act(postAs, "messages", body);
/** Posts a file with what stands in the message box; the sandbox takes its bytes in Base64. */
export async function share(channel, thread, file, text) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return act(postAs, "files", { channel, thread_ts: thread, name: file.name, content: btoa(binary), text });
}
export const edit = (channel, ts, text) => act(postAs, "edits", { channel, ts, text });
/** Deletes an own message, or puts away one that only this person sees. */
export const remove = (channel, ts) => act(postAs, "deletions", { channel, ts });
export const runCommand = (channel, text) => act(postAs, "commands", { channel, text });
export const click = (body) => act(postAs, "clicks", body);
export const submit = (body) => act(postAs, "submissions", body);
/** Closes the view in front, or with `all` the whole stack. */
export const closeView = (viewId, all) => act(postAs, "closes", { view_id: viewId, clear: all });
export const openHome = () => act(postAs, "home", {});
export const join = (channel) => act(postAs, "joins", { channel });
export const openDirect = (user) => act(postAs, "directs", { user });
export const archive = (channel) => act(postAs, "archives", { channel });
export const unarchive = (channel) => act(postAs, "unarchives", { channel });
export const leave = (channel) => act(postAs, "leaves", { channel });
export const invite = (channel, users) => act(postAs, "invites", { channel, users });

/** Adds the person's reaction, or takes it back if it is there. */
export function toggleReaction(channel, message, name) {
  const mine = message.reactions?.some((reaction) => reaction.name === name && reaction.users?.includes(store.me));
  return act(mine ? deleteAs : postAs, "reactions", { channel, ts: message.ts, name });
}

export const togglePin = (channel, ts, isPinned) => act(isPinned ? deleteAs : postAs, "pins", { channel, ts });

/** Runs a shortcut; one about a message names it. */
export async function runShortcut(callbackId, channel, ts) {
  const answer = await act(postAs, "shortcuts", ts ? { callback_id: callbackId, channel, ts } : { callback_id: callbackId });
  const failure = failureOf(answer);
  // Where there is a channel, Slackbot says it there.
  if (failure && !ts) toast(failure, { bad: true });
}

/** The sentence for a delivery that failed, or undefined. */
export function failureOf(answer) {
  const error = answer?.delivery?.error;
  if (!error) return undefined;
  if (error === "operation_timeout") return "The app did not answer within three seconds (operation_timeout).";
  if (error === "trouble_connecting") return "We had some trouble connecting. Try again? (trouble_connecting)";
  return `The app could not be reached (${error}).`;
}
