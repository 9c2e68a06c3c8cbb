import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport } from "./support.mjs";

overEachTransport((clients) => {
  test("observers were told of each server, once, before any client came", async () => {
    const client = await clients.connect("/start");
    const ready = await client.ask("ready");
    assert.equal(ready.filter((server) => server === "default at /socket.io").length, 1, ready);
    assert.ok(ready.length > 1, ready); // those that the application builds
  });
}, ["websocket"]);
