import assert from "node:assert/strict";

/** Fails unless a text contains every part: a string, or what matches a pattern. */
export function assertContains(text, ...parts) {
  for (const part of parts) assert.ok(part instanceof RegExp ? part.test(text) : text.includes(part), `「${part}」 is missing in\n${text}`);
}
