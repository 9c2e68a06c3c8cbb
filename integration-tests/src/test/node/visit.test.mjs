// Clients of an application that goes while they are there, and have used much of it before.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Clients, control } from "./support.mjs";

const ITEM = { article: "tea", count: 3, size: "SMALL", picture: Buffer.from([1]) };
const ORDER = { day: "24.12.2026", items: [ITEM], prices: { tea: "2.50 EUR" } };

/** Whoever is told of the end afterwards. */
async function visit(clients) {
  const connect = (namespace) => clients.connect(namespace, { reconnection: false });
  const main = await connect("/");
  assert.deepEqual(await main.askAll("message-with-ack", 1, "a", Buffer.from([2])), [1, "a", Buffer.from([2])]);
  const acks = await connect("/acks");
  assert.equal((await acks.ask("add", 40, 2)).total, 42);
  assert.equal(await acks.ask("later", "tea"), "tea");
  const orders = await connect("/jsonb");
  assert.deepEqual(await orders.ask("copy", ORDER), ORDER);
  const intercepted = await connect("/intercepted");
  assert.equal(await intercepted.ask("recorded"), "called, recorded");
  const model = await connect("/model");
  assert.equal(await model.ask("count"), 1);
  const requests = await connect("/requests");
  assert.deepEqual(await requests.ask("count"), [1, 2]);
  return [main, acks, orders, intercepted, model, requests];
}

test("clients are served, and told when the application goes", async () => {
  const all = ["polling", "websocket", "upgrade"].map((mode) => new Clients(mode));
  const connected = (await Promise.all(all.map(visit))).flat();
  await control("undeploy");
  for (const client of connected) {
    const [reason] = await client.next("disconnect");
    // the next poll may find nothing there before the last one is read
    assert.ok(["transport close", "transport error"].includes(reason), reason);
  }
  all.forEach((clients) => clients.close());
});
