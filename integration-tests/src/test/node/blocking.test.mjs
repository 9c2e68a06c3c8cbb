import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test } from "node:test";
import { overEachTransport, within } from "./support.mjs";

overEachTransport((clients) => {
  test("while a handler blocks, heartbeats go on and later events wait", async () => {
    const gate = randomUUID();
    const blocked = await clients.connect("/blocking");
    const opener = await clients.connect("/blocking");
    const opened = blocked.ask("wait", gate);
    await blocked.next("waiting");
    blocked.emit("note", 1);
    blocked.emit("note", 2);
    for (let pings = 0; pings < 3; pings++) {
      await within(new Promise((resolve) => blocked.socket.io.once("ping", resolve)), "ping");
    }
    assert.deepEqual(blocked.arrived("noted"), []);
    opener.emit("open", gate);
    assert.equal(await opened, "opened");
    assert.deepEqual(await blocked.next("noted"), [1]);
    assert.deepEqual(await blocked.next("noted"), [2]);
  });

  test("many blocked handlers leave room for the one that frees them", async () => {
    const gate = randomUUID();
    const many = await Promise.all(Array.from({ length: 60 }, () => clients.connect("/blocking")));
    const opened = many.map((client) => client.ask("wait", gate));
    await Promise.all(many.map((client) => client.next("waiting")));
    const opener = await clients.connect("/blocking");
    opener.emit("open", gate);
    assert.deepEqual(
      await Promise.all(opened),
      many.map(() => "opened"),
    );
  });

  test("a client that leaves while its handler blocks harms nobody", async () => {
    const gate = randomUUID();
    const leaver = await clients.connect("/blocking");
    leaver.emit("wait", gate);
    await leaver.next("waiting");
    leaver.socket.disconnect();
    const opener = await clients.connect("/blocking");
    opener.emit("open", gate);
    assert.equal(await opener.ask("wait", gate), "opened");
  });
});
