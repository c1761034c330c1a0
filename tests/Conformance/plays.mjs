// What a Bolt app must be able to do here, whichever way it is reached.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { name, until } from "./workspace.mjs";

const text = (type, words) => ({ type, text: words });
const modal = (callback_id, blocks, more = {}) => ({
  type: "modal", callback_id, title: text("plain_text", "A form"), submit: text("plain_text", "Send"), blocks, ...more,
});
const question = { type: "input", block_id: "answer", label: text("plain_text", "Say"), element: { type: "plain_text_input", action_id: "text" } };

const menu = { type: "input", block_id: "where", label: text("plain_text", "Where"), element: { type: "external_select", action_id: "service", min_query_length: 1 } };

/** Listeners that note what they hear and answer as a real app would. */
function listen(app, heard, slack) {
  const note = (kind) => async ({ payload, context }) => heard.push({ kind, payload, retry: context.retryNum });
  app.message(note("message"));
  for (const kind of ["app_mention", "reaction_added", "pin_added"]) app.event(kind, note(kind));
  app.event("app_home_opened", async ({ event, client }) => {
    await client.views.publish({ user_id: event.user, view: { type: "home", blocks: [{ type: "section", text: text("mrkdwn", "*home*") }] } });
    heard.push({ kind: "app_home_opened" });
  });
  app.command("/incident", async ({ command, ack, client }) => {
    if (command.text === "say") return ack("said");
    if (command.text === "late") {
      await slack.later(4);
      const failure = await client.views.open({ trigger_id: command.trigger_id, view: modal("form", [question]) }).catch((no) => no);
      heard.push({ kind: "late", error: failure.data?.error });
      return ack();
    }
    await ack();
    if (command.text === "where") {
      await client.views.open({ trigger_id: command.trigger_id, view: modal("service_form", [menu]) });
      return heard.push({ kind: "opened where" });
    }
    await client.views.open({ trigger_id: command.trigger_id, view: modal("form", [question], { notify_on_close: true }) });
    heard.push({ kind: "opened" });
  });
  app.view("form", async ({ ack, view }) => {
    const said = view.state.values.answer.text.value;
    if (said === "bad") await ack({ response_action: "errors", errors: { answer: "Say something better." } });
    else if (said === "update") await ack({ response_action: "update", view: modal("form", [question, { type: "divider" }]) });
    else if (said === "push") await ack({ response_action: "push", view: modal("form", [question]) });
    else if (said === "clear") await ack({ response_action: "clear" });
    else await ack();
    heard.push({ kind: "view_submission", said });
  });
  app.view({ callback_id: "form", type: "view_closed" }, async ({ ack }) => {
    await ack();
    heard.push({ kind: "view_closed" });
  });
  app.action("press", async ({ ack, respond, body }) => {
    await ack();
    heard.push({ kind: "block_actions", responseUrl: body.response_url });
    await respond({ replace_original: true, text: "pressed" });
  });
  app.options("service", async ({ options, ack }) => {
    heard.push({ kind: "block_suggestion", typed: options.value });
    const found = ["checkout", "checkin", "search"].filter((each) => each.startsWith(options.value));
    await ack({ options: found.map((each) => ({ text: text("plain_text", each), value: each })) });
  });
  app.view("service_form", async ({ ack, view }) => {
    await ack();
    heard.push({ kind: "service_form", chosen: view.state.values.where.service.selected_option.value });
  });
  app.shortcut("declare_incident", async ({ ack }) => {
    await ack();
    heard.push({ kind: "shortcut" });
  });
  app.shortcut("add_to_timeline", async ({ ack, shortcut }) => {
    await ack();
    heard.push({ kind: "message_action", ts: shortcut.message_ts });
  });
}

/** Registers the plays for one way of being reached. */
export function plays(way, slack, start) {
  const heard = [];
  const hears = (kind, fits = () => true) => until(async () => heard.find((each) => each.kind === kind && fits(each)), `${way}: ${kind}`);
  let app, alice, channel;

  before(async () => {
    app = await start((bolt) => listen(bolt, heard, slack));
    alice = await slack.person("alice");
    const web = slack.client();
    channel = (await web.conversations.create({ name: name("bolt") })).channel.id;
    await web.conversations.invite({ channel, users: alice });
  });
  after(() => app.stop());

  const command = async (words) => (await slack.act(alice, "commands", { channel, text: `/incident ${words}` })).delivery;
  const forms = async () => (await slack.control("GET", `people/${alice}/views`)).modals;
  const submit = async (said) => slack.act(alice, "submissions", { view_id: (await forms()).at(-1).id, values: { answer: { text: said } } });

  test(`${way}: what people do in a channel is heard`, async () => {
    const { bot_user_id: me } = (await slack.state()).app;
    const { ts } = await slack.act(alice, "messages", { channel, text: `<@${me}> hello` });
    await slack.act(alice, "reactions", { channel, ts, name: "eyes" });
    await slack.act(alice, "pins", { channel, ts });
    await hears("message", (each) => each.payload.ts === ts);
    await hears("app_mention", (each) => each.payload.ts === ts);
    await hears("reaction_added", (each) => each.payload.item.ts === ts && each.payload.reaction === "eyes");
    await hears("pin_added", (each) => each.payload.item.message.ts === ts && each.payload.channel_id === channel);
  });

  test(`${way}: a command is answered where only its writer sees it`, async () => {
    assert.equal((await command("say")).error, null);
    assert.ok((await slack.messages(channel, alice)).some((each) => each.ephemeral && each.text === "said"));
  });

  test(`${way}: a pressed button's message is replaced, and Slack's webhook client can follow up`, async () => {
    const { IncomingWebhook } = await import("@slack/webhook");
    const posted = await slack.client().chat.postMessage({
      channel, text: "press", blocks: [{ type: "actions", block_id: "b", elements: [{ type: "button", action_id: "press", text: text("plain_text", "Press") }] }],
    });
    const { delivery } = await slack.act(alice, "clicks", { channel, ts: posted.ts, block_id: "b", action_id: "press" });
    assert.equal(delivery.error, null);
    await until(async () => (await slack.messages(channel, alice)).some((each) => each.ts === posted.ts && each.text === "pressed"), "the replacement");

    const { responseUrl } = await hears("block_actions");
    await new IncomingWebhook(responseUrl).send({ text: "more", response_type: "ephemeral", replace_original: false });
    assert.ok((await slack.messages(channel, alice)).some((each) => each.ephemeral && each.text === "more"));
  });

  test(`${way}: a form opens in time, complains, changes, grows and closes`, async () => {
    await command("open");
    await hears("opened");
    assert.equal((await submit("bad")).errors.answer, "Say something better.");
    assert.equal((await submit("update")).open.at(-1).blocks.length, 2);
    assert.equal((await submit("push")).open.length, 2);
    assert.equal((await submit("clear")).open.length, 0);

    await command("open");
    await until(async () => (await forms()).length === 1, "the second form");
    await slack.act(alice, "closes", { view_id: (await forms())[0].id });
    await hears("view_closed");
  });

  test(`${way}: a menu asks the app what can be chosen`, async () => {
    await command("where");
    await hears("opened where");
    const { id: view_id } = (await forms()).at(-1);
    const { options } = await slack.act(alice, "suggestions", { view_id, block_id: "where", action_id: "service", value: "check" });
    assert.deepEqual(options.map((each) => each.value), ["checkout", "checkin"]);
    await slack.act(alice, "submissions", { view_id, values: { where: { service: "checkout" } } });
    assert.equal((await hears("service_form")).chosen, "checkout");
    assert.equal((await hears("block_suggestion")).typed, "check");
  });

  test(`${way}: a trigger is good for three seconds`, async () => {
    await command("late");
    assert.equal((await hears("late")).error, "expired_trigger_id");
  });

  test(`${way}: shortcuts and the Home tab`, async () => {
    await slack.act(alice, "shortcuts", { callback_id: "declare_incident" });
    await hears("shortcut");
    const { ts } = await slack.act(alice, "messages", { channel, text: "keep me" });
    await slack.act(alice, "shortcuts", { callback_id: "add_to_timeline", channel, ts });
    await hears("message_action", (each) => each.ts === ts);
    await slack.act(alice, "home", {});
    await hears("app_home_opened");
    assert.equal((await slack.control("GET", `people/${alice}/home`)).view.blocks[0].text.text, "*home*");
  });

  return { heard, hears, channel: () => channel, alice: () => alice };
}
