// @slack/web-api: messages that are posted later, by the workspace's clock.
import assert from "node:assert/strict";
import { test } from "node:test";
import { name, refused, until, workspace } from "./workspace.mjs";

const slack = workspace("LATER");
const web = slack.client();
const created = async () => (await web.conversations.create({ name: name("later") })).channel.id;
const inSeconds = async (seconds) => Math.floor(Date.parse((await slack.state()).now) / 1000) + seconds;
const texts = async (channel) => (await web.conversations.history({ channel })).messages.map((each) => each.text);

test("a scheduled message is posted at its time, whether that was a number or a numeric string", async () => {
  const channel = await created();
  const at = await inSeconds(3600);
  const { scheduled_message_id: one, message } = await web.chat.scheduleMessage({ channel, post_at: at, text: "as a number" });
  assert.match(one, /^Q/);
  assert.equal(message.type, "delayed_message");
  await web.chat.scheduleMessage({ channel, post_at: `${at + 1}`, text: "as a string" });
  await web.chat.scheduleMessage({ channel, post_at: at + 2, blocks: [{ type: "section", text: { type: "mrkdwn", text: "only blocks" } }] });

  const { scheduled_messages: waiting } = await web.chat.scheduledMessages.list({ channel });
  assert.deepEqual(waiting.map((each) => [each.channel_id, each.post_at, each.text]), [[channel, at, "as a number"], [channel, at + 1, "as a string"], [channel, at + 2, ""]]);
  assert.ok(!(await texts(channel)).includes("as a number"));

  await slack.later(3700);
  await until(async () => (await web.chat.scheduledMessages.list({ channel })).scheduled_messages.length === 0, "the last of them");
  const posted = await texts(channel);
  assert.deepEqual(posted.filter((each) => each.startsWith("as a")), ["as a string", "as a number"]);
});

test("not into the past, and not beyond 120 days", async () => {
  const channel = await created();
  await refused("time_in_past", web.chat.scheduleMessage({ channel, post_at: await inSeconds(-10), text: "x" }));
  await refused("time_too_far", web.chat.scheduleMessage({ channel, post_at: await inSeconds(121 * 86400), text: "x" }));
  await refused("invalid_time", web.chat.scheduleMessage({ channel, post_at: "tomorrow", text: "x" }));
  await refused("no_text", web.chat.scheduleMessage({ channel, post_at: await inSeconds(600) }));
});

test("what is scheduled can be taken back until a minute before", async () => {
  const channel = await created();
  const { scheduled_message_id } = await web.chat.scheduleMessage({ channel, post_at: await inSeconds(600), text: "taken back" });
  await web.chat.deleteScheduledMessage({ channel, scheduled_message_id });
  await refused("invalid_scheduled_message_id", web.chat.deleteScheduledMessage({ channel, scheduled_message_id }));

  const soon = await web.chat.scheduleMessage({ channel, post_at: await inSeconds(50), text: "too soon to stop" });
  await refused("invalid_scheduled_message_id", web.chat.deleteScheduledMessage({ channel, scheduled_message_id: soon.scheduled_message_id }));
  await slack.later(700);
  await until(async () => (await texts(channel)).includes("too soon to stop"), "the message");
  assert.ok(!(await texts(channel)).includes("taken back"));
});

test("at most thirty in five minutes for one channel", async () => {
  const channel = await created();
  const at = await inSeconds(86400);
  for (let each = 0; each < 30; each += 1) await web.chat.scheduleMessage({ channel, post_at: at + each, text: `${each}` });
  await refused("restricted_too_many", web.chat.scheduleMessage({ channel, post_at: at + 200, text: "one more" }));
  assert.ok((await web.chat.scheduleMessage({ channel, post_at: at + 400, text: "later" })).ok);
  const pages = [];
  for await (const page of web.paginate("chat.scheduledMessages.list", { channel, limit: 20 })) pages.push(page.scheduled_messages.length);
  assert.deepEqual(pages, [20, 11]);
  await refused("invalid_channel", web.chat.scheduledMessages.list({ channel: "C0NOWHERE0" }));
});
