// A mailbox that is full, in an application whose handlers may let three events wait.

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { application, overEachTransport } from "./support.mjs";

const oldest = new URL(application).pathname === "/drop-oldest/";
const TOO_MANY = { message: "Too many events" };

overEachTransport((clients) => {
  test("events for which there is no room are dropped, and who waits is told", async () => {
    const gate = randomUUID();
    const client = await clients.connect("/blocking");
    const opened = client.ask("wait", gate);
    await client.next("waiting");

    const answers = [1, 2, 3, 4, 5].map((number) => client.ask("note", number));
    const dropped = oldest ? [0, 1] : [3, 4];
    for (const index of dropped) {
      assert.deepEqual(await answers[index], TOO_MANY);
    }
    const other = await clients.connect("/blocking");
    other.emit("open", gate);

    assert.equal(await opened, "opened");
    const kept = oldest ? [3, 4, 5] : [1, 2, 3];
    for (const number of kept) {
      assert.deepEqual(await client.next("noted"), [number]);
      assert.deepEqual(await answers[number - 1], undefined);
    }
    assert.deepEqual(client.arrived("noted"), []);
    assert.ok(client.socket.connected);
    assert.equal(await client.ask("note", 6), undefined);
  });
});
