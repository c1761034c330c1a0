// @slack/bolt over HTTP, its receiver as published.
import assert from "node:assert/strict";
import { test } from "node:test";
import bolt from "@slack/bolt";
import { plays } from "./plays.mjs";
import { quiet, workspace } from "./workspace.mjs";

const slack = workspace("HTTP");

const { hears, channel, alice } = plays("HTTP", slack, async (listen) => {
  const app = new bolt.App({ token: slack.botToken, signingSecret: slack.signingSecret, clientOptions: { slackApiUrl: slack.api }, logger: quiet });
  listen(app);
  const server = await app.start({ port: 0, host: "127.0.0.1" });
  await slack.control("POST", "app", { request_url: `http://127.0.0.1:${server.address().port}/slack/events` });
  return app;
});

test("HTTP: an event signed with a wrong secret is refused by Bolt and sent again with the reason", async () => {
  await slack.control("POST", "faults", { on: "delivery", kind: "wrong_secret", times: 1 });
  const { ts } = await slack.act(alice(), "messages", { channel: channel(), text: "signed by a stranger" });
  const message = await hears("message", (each) => each.payload.ts === ts);
  assert.equal(message.retry, 1);

  const attempts = (await slack.journal()).filter((each) => each.direction === "delivery" && each.args?.event?.ts === ts && each.method === "message");
  assert.deepEqual(attempts.map((each) => [each.status, each.attempt, each.reason]), [[401, 0, null], [200, 1, "http_error"]]);
});
