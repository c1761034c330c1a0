// @slack/bolt and @slack/socket-mode over sockets, as published.
import assert from "node:assert/strict";
import { test } from "node:test";
import bolt from "@slack/bolt";
import { SocketModeClient } from "@slack/socket-mode";
import { WebSocket } from "undici";
import { plays } from "./plays.mjs";
import { quiet, until, workspace } from "./workspace.mjs";

const slack = workspace("SOCKETS");
const sockets = async () => (await slack.state()).app.sockets;

const { heard, hears, channel, alice } = plays("sockets", slack, async (listen) => {
  const app = new bolt.App({ token: slack.botToken, appToken: slack.appToken, socketMode: true, clientOptions: { slackApiUrl: slack.api }, logger: quiet });
  listen(app);
  await app.start();
  return app;
});

test("sockets: an event whose connection breaks comes again and is heard", async () => {
  await slack.control("POST", "faults", { on: "delivery", kind: "cut", times: 1 });
  const { ts } = await slack.act(alice(), "messages", { channel: channel(), text: "broken off" });
  const attempts = async () => (await slack.journal()).filter((each) => each.direction === "delivery" && each.args?.event?.ts === ts);
  await until(async () => (await attempts()).length === 2, "the attempt after it");
  await until(async () => (await sockets()) === 1, "the new connection");
  await slack.later(61);
  await hears("message", (each) => each.payload.ts === ts);
  await until(async () => (await attempts()).length === 3, "the acknowledgement of the third");
  assert.deepEqual((await attempts()).map((each) => each.outcome), ["connection_failed", "connection_failed", "ok"]);
});

test("sockets: asked to refresh, Bolt reconnects and no event is lost", async () => {
  await slack.control("POST", "sockets", { do: "refresh" });
  const said = [];
  for (let n = 0; n < 20; n += 1) {
    said.push((await slack.act(alice(), "messages", { channel: channel(), text: `load ${n}` })).ts);
    if (n === 5) await slack.later(10);
  }
  await until(async () => (await sockets()) === 1, "the new connection");
  await slack.later(61);
  await slack.later(301);
  for (const ts of said) await hears("message", (each) => each.payload.ts === ts);
  assert.ok(heard.length > 0);
});

test("sockets: @slack/socket-mode alone acknowledges by envelope, and the eleventh connection is turned away", async () => {
  const clients = [];
  try {
    for (let n = 0; n < 9; n += 1) {
      const client = new SocketModeClient({ appToken: slack.appToken, clientOptions: { slackApiUrl: slack.api }, logger: quiet });
      client.on("message", async ({ ack, event }) => {
        heard.push({ kind: "message", payload: event });
        await ack();
      });
      await client.start();
      clients.push(client);
    }
    assert.equal(await sockets(), 10);
    const { ts } = await slack.act(alice(), "messages", { channel: channel(), text: "to one of ten" });
    await hears("message", (each) => each.payload.ts === ts);

    const { url } = await slack.client(slack.appToken).apps.connections.open();
    const refusal = await new Promise((resolve) => {
      const socket = new WebSocket(url);
      socket.addEventListener("message", (frame) => resolve(JSON.parse(frame.data)));
    });
    assert.deepEqual([refusal.type, refusal.reason], ["disconnect", "too_many_websockets"]);
  } finally {
    for (const client of clients) await client.disconnect();
  }
});

test("sockets: only an app-level token opens them", async () => {
  const failure = await slack.client().apps.connections.open().catch((no) => no);
  assert.equal(failure.data.error, "not_allowed_token_type");
});
