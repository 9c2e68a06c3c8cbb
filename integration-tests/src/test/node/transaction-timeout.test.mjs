import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport } from "./support.mjs";

overEachTransport((clients) => {
  test("a transaction whose time is over emits nothing", async () => {
    const client = await clients.connect("/transactions");
    assert.equal(await client.ask("timeout"), "rolled back");
    await client.ask("joined"); // behind all that could have been emitted
    assert.deepEqual(client.arrived("said"), []);
  });
}, ["websocket"]);
