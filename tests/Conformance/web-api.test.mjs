// @slack/web-api against the sandbox: what each call must answer.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { name, refused, workspace } from "./workspace.mjs";

const slack = workspace("HTTP");
const web = slack.client();
let alice, bob, general, incidents, me;

before(async () => {
  [alice, bob, general, incidents] = [await slack.person("alice"), await slack.person("bob"), await slack.channel("general"), await slack.channel("incidents")];
  me = await web.auth.test();
});

const created = async (prefix = "case", more = {}) => (await web.conversations.create({ name: name(prefix), ...more })).channel;

test("auth.test knows tokens by their kind", async () => {
  assert.match(me.bot_id, /^B/);
  assert.match(me.user_id, /^U/);
  await refused("not_allowed_token_type", slack.client(slack.appToken).auth.test());
  await refused("not_authed", slack.client(null).auth.test());
  await refused("invalid_auth", slack.client("xoxb-somebody-else").auth.test());
  await refused("not_allowed_token_type", web.apiCall("apps.connections.open"));
  await refused("unknown_method", web.apiCall("conversations.explode"));
});

test("conversations.create follows the rules of names", async () => {
  const channel = await created();
  assert.ok(channel.is_member);
  await refused("name_taken", web.conversations.create({ name: channel.name }));
  await refused("invalid_name_specials", web.conversations.create({ name: "UPPER" }));
  await refused("invalid_name_punctuation", web.conversations.create({ name: "---" }));
  await refused("invalid_name_maxlength", web.conversations.create({ name: name("x").padEnd(81, "_") }));
  assert.ok((await web.conversations.create({ name: name("x").padEnd(80, "_") })).ok);
  await assert.rejects(web.conversations.create({ name: "" }), (failure) => ["invalid_name_required", "no_channel"].includes(failure.data.error));
});

test("people are invited, one by one or not at all", async () => {
  const { id: channel } = await created();
  await refused("cant_invite_self", web.conversations.invite({ channel, users: me.user_id }));
  await assert.rejects(web.conversations.invite({ channel, users: `U0NOBODY00,${alice}` }), (failure) => {
    assert.equal(failure.data.errors[0].user, "U0NOBODY00");
    return true;
  });
  await web.conversations.invite({ channel, users: `U0NOBODY00,${alice}`, force: true });
  await web.conversations.invite({ channel, users: bob });
  await refused("already_in_channel", web.conversations.invite({ channel, users: alice }));
  const members = [];
  for await (const page of web.paginate("conversations.members", { channel, limit: 1 })) members.push(...page.members);
  assert.deepEqual(new Set(members), new Set([me.user_id, alice, bob]));
});

test("a channel lives: topic, name, end", async () => {
  const { id: channel } = await created();
  await refused("too_long", web.conversations.setTopic({ channel, topic: "t".repeat(251) }));
  await web.conversations.setTopic({ channel, topic: "a & b" });
  assert.equal((await web.conversations.info({ channel })).channel.topic.value, "a &amp; b");
  assert.equal((await web.conversations.info({ channel })).channel.num_members, undefined);
  assert.equal((await web.conversations.info({ channel, include_locale: false, include_num_members: false })).channel.locale, undefined);
  const told = (await web.conversations.info({ channel, include_num_members: true, include_locale: true })).channel;
  assert.deepEqual([told.num_members, told.locale], [1, "en-US"]);
  await web.conversations.leave({ channel });
  await web.conversations.join({ channel });
  assert.ok((await web.conversations.join({ channel })).response_metadata.warnings.includes("already_in_channel"));
  await web.conversations.rename({ channel, name: name("renamed") });
  await web.conversations.archive({ channel });
  await refused("already_archived", web.conversations.archive({ channel }));
  await refused("is_archived", web.chat.postMessage({ channel, text: "too late" }));
});

test("conversations.unarchive takes a bot's own private channel back, and no call without a token", async () => {
  const { id: channel } = await created("secret", { is_private: true });
  await web.conversations.archive({ channel });
  await refused("not_authed", slack.client(null).conversations.unarchive({ channel }));
  assert.ok((await web.conversations.unarchive({ channel })).ok);
});

test("messages are posted, threaded, changed and deleted", async () => {
  const { id: channel } = await created();
  const parent = await web.chat.postMessage({ channel, text: "a < b" });
  assert.equal(parent.message.text, "a &lt; b");
  await refused("invalid_blocks", web.chat.postMessage({ channel, text: "x", blocks: Array.from({ length: 51 }, () => ({ type: "divider" })) }));
  await refused("channel_not_found", web.chat.postMessage({ channel: "C0NOWHERE0", text: "x" }));
  await web.chat.postMessage({ channel, text: "reply", thread_ts: parent.ts });
  const broadcast = await web.chat.postMessage({ channel, text: "to all", thread_ts: parent.ts, reply_broadcast: true });

  const history = await web.conversations.history({ channel });
  assert.deepEqual(history.messages.slice(0, 2).map((each) => each.ts), [broadcast.ts, parent.ts]);
  const replies = await web.conversations.replies({ channel, ts: parent.ts });
  assert.equal(replies.messages[0].reply_count, 2);
  assert.equal(replies.messages[0].reply_users_count, 1);
  assert.equal(replies.messages[0].latest_reply, broadcast.ts);
  assert.equal(replies.messages[0].replies, undefined);

  await web.chat.update({ channel, ts: parent.ts, text: "changed" });
  await web.chat.update({ channel, ts: parent.ts, text: "changed again" });
  const link = await web.chat.getPermalink({ channel, message_ts: parent.ts });
  assert.match(link.permalink, new RegExp(`/archives/${channel}/p${parent.ts.replace(".", "")}$`));
  await web.chat.delete({ channel, ts: broadcast.ts });
  await refused("message_not_found", web.chat.delete({ channel, ts: broadcast.ts }));

  await web.conversations.invite({ channel, users: alice });
  const { ts } = await slack.act(alice, "messages", { channel, text: "mine" });
  await refused("cant_update_message", web.chat.update({ channel, ts, text: "not yours" }));
  await refused("cant_delete_message", web.chat.delete({ channel, ts }));
});

test("updates: markdown becomes mrkdwn, empty blocks leave the text", async () => {
  const { id: channel } = await created();
  const { ts } = await web.chat.postMessage({ channel, text: "x", blocks: [{ type: "divider" }] });
  assert.equal((await web.chat.update({ channel, ts, markdown_text: "**bold**" })).message.text, "*bold*");
  await web.chat.update({ channel, ts, blocks: [], text: "plain" });
  const [message] = (await web.conversations.history({ channel, limit: 1 })).messages;
  assert.equal(message.text, "plain");
  assert.ok(!message.blocks?.length);
});

test("what a message may not hold", async () => {
  const { id: channel } = await created();
  await refused("invalid_blocks", web.chat.postMessage({ channel, text: "x", blocks: [{ type: "input", label: { type: "plain_text", text: "l" }, element: { type: "rich_text_input", action_id: "a" } }] }));
  await refused("invalid_attachments", web.chat.postMessage({ channel, text: "x", attachments: [{ title: "t", blocks: [{ type: "divider" }] }] }));
});

test("ephemeral messages are seen by one person and kept nowhere", async () => {
  await web.chat.postEphemeral({ channel: incidents, user: alice, text: "psst" });
  assert.ok((await slack.messages(incidents, alice)).some((each) => each.ephemeral && each.text === "psst"));
  assert.ok(!(await web.conversations.history({ channel: incidents })).messages.some((each) => each.text === "psst"));
  const { id: channel } = await created();
  await refused("user_not_in_channel", web.chat.postEphemeral({ channel, user: alice, text: "psst" }));
});

test("reactions and pins are there once", async () => {
  const { id: channel } = await created();
  const { ts: timestamp } = await web.chat.postMessage({ channel, text: "x" });
  const mark = { channel, timestamp, name: "eyes" };
  await web.reactions.add(mark);
  await refused("already_reacted", web.reactions.add(mark));
  assert.deepEqual((await web.reactions.get({ channel, timestamp })).message.reactions[0].users, [me.user_id]);
  await web.reactions.remove(mark);
  await refused("no_reaction", web.reactions.remove(mark));

  await web.pins.add({ channel, timestamp });
  await refused("already_pinned", web.pins.add({ channel, timestamp }));
  assert.equal((await web.pins.list({ channel })).items[0].message.ts, timestamp);
  await web.pins.remove({ channel, timestamp });
  await refused("no_pin", web.pins.remove({ channel, timestamp }));
  await refused("no_item_specified", web.apiCall("pins.add", { channel, file: "F0NOWHERE0" }));
  await refused("no_pin", web.apiCall("pins.remove", { channel, file: "F0NOWHERE0" }));
});

test("views are opened with a fresh trigger and nothing else", async () => {
  const view = { type: "modal", title: { type: "plain_text", text: "T" }, blocks: [] };
  await assert.rejects(web.views.open({ trigger_id: "12345.98765.abcd2358fdea", view }), (failure) => ["invalid_arguments", "invalid_trigger_id"].includes(failure.data.error));
  const malformed = { type: "modal", blocks: [{ type: "nothing" }] };
  for (const call of ["open", "push"]) await refused("invalid_arguments", web.views[call]({ trigger_id: "12345.98765.abcd2358fdea", view: malformed }));
  await refused("invalid_arguments", web.views.update({ view_id: "V0NOWHERE0", view: malformed }));
  await refused("invalid_arguments", web.views.publish({ user_id: alice, view: { type: "home" } }));
  assert.equal((await web.views.publish({ user_id: alice, view: { type: "home", blocks: [] } })).view.type, "home");
});

test("bookmarks are links that can be changed and taken away", async () => {
  const { id: channel_id } = await created();
  const link = { channel_id, title: "Runbook", type: "link", link: "https://example.com/runbook" };
  await refused("invalid_link", web.bookmarks.add({ ...link, link: "ftp://example.com" }));
  const { bookmark } = await web.bookmarks.add(link);
  await web.bookmarks.edit({ channel_id, bookmark_id: bookmark.id, title: "New runbook" });
  const [kept] = (await web.bookmarks.list({ channel_id })).bookmarks;
  assert.deepEqual([kept.title, kept.link], ["New runbook", link.link]);
  await web.bookmarks.remove({ channel_id, bookmark_id: bookmark.id });
  await refused("not_found", web.bookmarks.remove({ channel_id, bookmark_id: bookmark.id }));
  for (const call of ["add", "edit", "list", "remove"]) await assert.rejects(web.apiCall(`bookmarks.${call}`), (failure) => failure.data.ok === false);
});

test("lists come in pages until the cursor is empty", async () => {
  const people = [];
  for await (const page of web.paginate("users.list", { limit: 2 })) people.push(...page.members);
  assert.ok(people.some((each) => each.id === alice) && people.some((each) => each.id === "USLACKBOT"));
  assert.equal(new Set(people.map((each) => each.id)).size, people.length);
  const channels = [];
  for await (const page of web.paginate("conversations.list", { limit: 2, types: "public_channel,private_channel" })) channels.push(...page.channels);
  assert.ok(channels.find((each) => each.id === incidents).is_member);
  assert.equal(channels.find((each) => each.id === general).is_member, false);
  await refused("invalid_cursor", web.users.list({ cursor: "bm9uc2Vuc2U=" }));
});

test("methods that answer everybody the same", async () => {
  assert.equal((await web.api.test({ foo: "bar" })).args.foo, "bar");
  await assert.rejects(web.api.test({ error: "error" }), (failure) => failure.data.error === "error" && failure.data.args.error === "error");
  for (const dead of ["channels.list", "groups.list", "im.list", "mpim.list", "files.upload"]) await refused("method_deprecated", web.apiCall(dead));
  for (const personal of ["users.identity", "users.deletePhoto", "users.setPhoto"]) await refused("not_allowed_token_type", web.apiCall(personal));
  await refused("invalid_auth", slack.client("dummy").auth.revoke());
});

test("users are found by id and by address", async () => {
  const { user } = await web.users.info({ user: alice });
  assert.equal((await web.users.lookupByEmail({ email: user.profile.email })).user.id, alice);
  await refused("users_not_found", web.users.lookupByEmail({ email: "nobody@example.com" }));
  assert.equal((await web.users.info({ user: alice })).user.tz, "Europe/Berlin");
  await refused("user_not_found", web.users.info({ user: "U0NOBODY00" }));
});

test("what the sandbox does not model is a loud 501, never a false ok", async () => {
  await assert.rejects(web.apiCall("calls.add", { external_unique_id: "1", join_url: "https://example.com" }), (failure) => failure.statusCode === 501);
});
