// @slack/web-api: a file is announced, sent, completed, and shared a little later.
import assert from "node:assert/strict";
import { test } from "node:test";
import { name, refused, until, workspace } from "./workspace.mjs";

const slack = workspace("HTTP");
const web = slack.client();

test("a file is uploaded into a thread and its shares appear", async () => {
  const { id: channel } = (await web.conversations.create({ name: name("files") })).channel;
  const { ts: thread_ts } = await web.chat.postMessage({ channel, text: "evidence" });
  const uploaded = await web.files.uploadV2({ channel_id: channel, thread_ts, filename: "graph.txt", file: Buffer.from("up and to the right") });
  const [{ id: file }] = uploaded.files[0].files;
  assert.match(file, /^F/);
  const shares = await until(async () => {
    const looked = await web.files.info({ file });
    if (!looked.file.shares?.public?.[channel]) await slack.later(2);
    return looked.file.shares?.public?.[channel];
  }, "the share");
  assert.equal(shares[0].thread_ts, thread_ts);
  await refused("file_not_found", web.files.info({ file: "F0NOWHERE0" }));
});
