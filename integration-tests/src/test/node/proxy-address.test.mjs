// Two nodes behind a balancer that goes by the address of the client: all of these have the same.

import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport } from "./support.mjs";

overEachTransport((clients) => {
  test("all clients of an address are on one node", async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => clients.connect()));
    const nodes = new Set();
    for (let round = 0; round < 10; round++) {
      (await Promise.all(all.map((client) => client.ask("node")))).forEach((node) => nodes.add(node));
    }
    assert.equal(nodes.size, 1);
    all.forEach((client) => assert.deepEqual(client.arrived("disconnect"), []));
  });
});
