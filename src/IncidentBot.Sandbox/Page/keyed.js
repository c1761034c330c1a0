// Brings a parent's children in line with a list and keeps the nodes whose content did not change,
// so that a live update does not steal the focus, the selection or an open list from the reader.

const kept = new WeakMap();

/** `items` are `{ key, sign, make }`: a node is made again only when its sign differs from the last one. */
export function keyed(parent, items) {
  const before = kept.get(parent) ?? new Map();
  const after = new Map();
  for (const { key, sign, make } of items) {
    const old = before.get(key);
    after.set(key, old?.sign === sign ? old : { sign, node: make() });
  }
  kept.set(parent, after);

  const focus = focusWithin(parent);
  const nodes = new Set([...after.values()].map((entry) => entry.node));
  for (const child of [...parent.childNodes]) {
    if (!nodes.has(child)) child.remove();
  }
  let cursor = parent.firstChild;
  for (const node of nodes) {
    if (node === cursor) cursor = cursor.nextSibling;
    else parent.insertBefore(node, cursor);
  }
  if (focus) restore(parent, focus);
}

function focusWithin(parent) {
  const active = document.activeElement;
  return parent.contains(active) ? active?.dataset.focus : undefined;
}

function restore(parent, name) {
  if (parent.contains(document.activeElement)) return;
  parent.querySelector(`[data-focus="${CSS.escape(name)}"]`)?.focus({ preventScroll: true });
}
