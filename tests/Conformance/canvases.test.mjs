// @slack/web-api: canvases, as far as Slack's own tests say what they do.
import assert from "node:assert/strict";
import { test } from "node:test";
import { name, refused, workspace } from "./workspace.mjs";

const slack = workspace("HTTP");
const web = slack.client();
const markdown = (text) => ({ type: "markdown", markdown: text });
const nested = markdown("1. first\n    - nested\n2. second");

test("a channel has one canvas", async () => {
  const { id: channel_id } = (await web.conversations.create({ name: name("canvas") })).channel;
  const { canvas_id } = await web.conversations.canvases.create({ channel_id, document_content: markdown("# Timeline\n\nDown since noon.") });
  assert.match(canvas_id, /^F/);
  await refused("channel_canvas_already_exists", web.conversations.canvases.create({ channel_id, document_content: markdown("x") }));
  const { channel } = await web.conversations.info({ channel: channel_id });
  assert.deepEqual([channel.properties.canvas.file_id, channel.properties.canvas.is_empty], [canvas_id, false]);
});

test("sections are found, replaced, added and taken away, one change at a time", async () => {
  const { canvas_id } = await web.canvases.create({ title: "Runbook", document_content: markdown("# Start\n\nCall somebody.\n\n## End") });
  const found = async (criteria) => (await web.canvases.sections.lookup({ canvas_id, criteria })).sections.map((each) => each.id);
  const [start] = await found({ section_types: ["h1"] });
  assert.equal((await found({ section_types: ["any_header"] })).length, 2);
  await web.canvases.edit({ canvas_id, changes: [{ operation: "insert_after", section_id: start, document_content: markdown("Look at the graphs.") }] });
  await web.canvases.edit({ canvas_id, changes: [{ operation: "insert_at_end", document_content: markdown("Sleep.") }] });
  const [graphs] = await found({ contains_text: "graphs" });
  await web.canvases.edit({ canvas_id, changes: [{ operation: "delete", section_id: graphs }] });
  assert.deepEqual(await found({ contains_text: "graphs" }), []);
  await refused("canvas_editing_failed", web.canvases.edit({ canvas_id, changes: [{ operation: "delete", section_id: graphs }] }));
  await web.canvases.edit({ canvas_id, changes: [{ operation: "replace", document_content: markdown("All new.") }] });
  assert.deepEqual(await found({ section_types: ["any_header"] }), []);
  await web.canvases.delete({ canvas_id });
  await refused("canvas_not_found", web.canvases.edit({ canvas_id, changes: [{ operation: "insert_at_end", document_content: markdown("x") }] }));
});

test("what cannot be drawn is refused with its detail", async () => {
  const detailed = (code) => (failure) => failure.data.error === code && failure.data.detail.includes("Unsupported list type");
  await assert.rejects(web.canvases.create({ title: "x", document_content: nested }), detailed("canvas_creation_failed"));
  const { canvas_id } = await web.canvases.create({ title: "x" });
  await assert.rejects(web.canvases.edit({ canvas_id, changes: [{ operation: "insert_at_end", document_content: nested }] }), detailed("canvas_editing_failed"));
  await refused("invalid_arguments", web.canvases.create({ title: "x", document_content: { type: "invalid", markdown: "x" } }));
});

test("right after its channel was made, a canvas can fail with HTTP 500", async () => {
  await slack.control("POST", "faults", { on: "conversations.canvases.create", kind: "http_500", times: 1 });
  const { id: channel_id } = (await web.conversations.create({ name: name("canvas") })).channel;
  await assert.rejects(web.conversations.canvases.create({ channel_id }), (failure) => failure.statusCode === 500);
  assert.ok((await web.conversations.canvases.create({ channel_id })).ok);
});
