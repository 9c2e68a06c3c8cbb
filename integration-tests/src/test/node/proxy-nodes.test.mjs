// Two nodes behind a balancer that spreads clients, by something that the requests of a connection share.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { Clients, control, overEachTransport } from "./support.mjs";

const CLIENTS = 6;
const ROUNDS = 10;

const nodeOf = (client) => client.ask("node");

/** Clients that keep cookies, as those of a page of the same site do. */
const several = (clients, count = CLIENTS) =>
  Promise.all(Array.from({ length: count }, () => clients.connect("/", { withCredentials: true })));

const nodesOf = (all) => Promise.all(all.map(nodeOf));

overEachTransport((clients) => {
  test("each connection stays on its node", async () => {
    const all = await several(clients);
    const nodes = await nodesOf(all);
    assert.deepEqual([...new Set(nodes)].sort(), ["a", "b"]);
    for (let round = 0; round < ROUNDS; round++) {
      assert.deepEqual(await nodesOf(all), nodes);
    }
    all.forEach((client) => assert.deepEqual(client.arrived("disconnect"), []));
  });
});

const modes = ["polling", "websocket", "upgrade"].map((mode) => new Clients(mode));
afterEach(() => modes.forEach((clients) => clients.close()));

test("a node is left, and goes", async () => {
  const old = (await Promise.all(modes.map((clients) => several(clients, 4)))).flat();
  const nodes = await nodesOf(old);
  const those = (node) => old.filter((_, i) => nodes[i] === node);

  await control("leave a");
  const added = (await Promise.all(modes.map((clients) => several(clients, 3)))).flat();
  assert.deepEqual(await nodesOf(added), added.map(() => "b"));
  for (let round = 0; round < ROUNDS; round++) {
    assert.deepEqual(await nodesOf(old), nodes);
  }

  await control("stop a");
  for (const client of those("a")) {
    await client.next("disconnect");
    await client.reconnected();
    assert.equal(await nodeOf(client), "b");
  }
  [...those("b"), ...added].forEach((client) => assert.deepEqual(client.arrived("disconnect"), []));
});
