// @slack/web-api against a sandbox that keeps Slack's pace.
import assert from "node:assert/strict";
import { test } from "node:test";
import { workspace } from "./workspace.mjs";

const slack = workspace("LIMITS");

test("a client that asks too fast is told how long to wait, and one that waits succeeds", async () => {
  const channel = await slack.channel("incidents");
  const hasty = slack.client();
  let limited;
  for (let calls = 0; calls < 20 && !limited; calls += 1) {
    limited = await hasty.chat.postMessage({ channel, text: `${calls}` }).then(() => undefined, (failure) => failure);
  }
  assert.equal(limited.code, "slack_webapi_rate_limited_error");
  assert.ok(limited.retryAfter >= 1);

  const lists = await Promise.allSettled(Array.from({ length: 30 }, () => hasty.conversations.list()));
  assert.ok(lists.some((each) => each.status === "rejected" && each.reason.retryAfter >= 1));

  const patient = slack.client(undefined, { rejectRateLimitedCalls: false, retryConfig: { retries: 3, minTimeout: 100 } });
  assert.ok((await patient.chat.postMessage({ channel, text: "patience" })).ok);
});
