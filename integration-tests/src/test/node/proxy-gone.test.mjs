// A WebSocket that breaks off in front of the proxy: the server learns of it at once.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { Clients } from "./support.mjs";

const clients = new Clients("websocket");
afterEach(() => clients.close());

test("a client that is gone without a word", async () => {
  const witness = await clients.connect("/disconnects");
  witness.emit("watch");
  const client = await clients.connect("/disconnects", { reconnection: false });
  const { id } = client;
  client.socket.io.engine.transport.ws.terminate();
  assert.deepEqual((await witness.next("gone")).slice(0, 2), [id, "transport close"]);
});
