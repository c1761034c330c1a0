// What a person has filled in, per open view: kept while views are pushed, popped and updated (by block and action id).

/** The filled-in form of one view. */
export class Form {
  #controls = new Map();
  #values = new Map();
  /** Block id to sentence: what the app, or Slack itself, finds wrong. */
  errors = {};

  /** Takes a control that was just drawn; `block` is its input block, if it stands in one. */
  remember(blockId, actionId, made, block) {
    this.#controls.set(keyOf(blockId, actionId), { blockId, actionId, made, block });
  }

  /** The value to draw a control with, or undefined for its initial one. */
  recall(blockId, actionId) {
    return this.#values.get(keyOf(blockId, actionId));
  }

  /** Keeps every value before the form is drawn anew. */
  keep() {
    for (const [key, { made }] of this.#controls) this.#values.set(key, made.read());
    this.#controls.clear();
  }

  /** All values as the sandbox wants them: block id, action id, value. */
  values() {
    const all = {};
    for (const { blockId, actionId, made } of this.#controls.values()) (all[blockId] ??= {})[actionId] = made.read();
    return all;
  }

  /** Checks what Slack checks before it asks the app; true when nothing is wrong. */
  check() {
    this.errors = {};
    for (const { blockId, made, block } of this.#controls.values()) {
      const fault = block && faultIn(made.read(), block);
      if (fault) this.errors[blockId] = fault;
    }
    return Object.keys(this.errors).length === 0;
  }

  focusFirstError() {
    [...this.#controls.values()].find(({ blockId }) => this.errors[blockId])?.made.focus();
  }
}

const keyOf = (blockId, actionId) => `${blockId}/${actionId}`;

function faultIn(value, block) {
  const empty = value === null || value.length === 0;
  if (empty) return block.optional ? null : "Please complete this required field.";
  const { min_length: min, max_length: max } = block.element;
  if (min && value.length < min) return `Please write at least ${min} characters.`;
  if (max && value.length > max) return `Please write at most ${max} characters.`;
  return null;
}
