// A proxy that lets large bodies through.

import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport } from "./support.mjs";

overEachTransport((clients) => {
  for (const [what, value] of [
    ["text", "x".repeat(3_000_000)],
    ["bytes", Buffer.alloc(3_000_000, 7)],
  ]) {
    test(`much ${what} goes there and back`, async () => {
      const client = await clients.connect();
      assert.deepEqual(await client.ask("message-with-ack", value), value);
    });
  }
});
