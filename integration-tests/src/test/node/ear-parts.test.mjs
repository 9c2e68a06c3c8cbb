import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport } from "./support.mjs";

const polling = new URL("socket.io/?EIO=4&transport=polling", process.env.APPLICATION_URL);

test("a configurer and hooks of the web module are found", async () => {
  const response = await fetch(polling);
  const handshake = await response.text();
  assert.equal(JSON.parse(handshake.slice(1)).pingInterval, 12345);
  assert.equal(response.headers.get("X-Parts"), "here");
});

overEachTransport((clients) => {
  test("observers of the web module have been told that the server is ready", async () => {
    const client = await clients.connect("/ready");
    assert.deepEqual(await client.next("welcome"), []);
  });
});
