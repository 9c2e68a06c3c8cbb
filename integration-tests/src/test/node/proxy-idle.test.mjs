// Nothing happens but heartbeats, several of them in the time after which the proxy cuts what is idle.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { Clients, within } from "./support.mjs";

const HEARTBEATS = 5;

const modes = ["polling", "websocket", "upgrade"].map((mode) => new Clients(mode));
afterEach(() => modes.forEach((clients) => clients.close()));

test("heartbeats keep connections", async () => {
  await Promise.all(
    modes.map(async (clients) => {
      const client = await clients.connect();
      for (let i = 0; i < HEARTBEATS; i++) {
        await within(new Promise((resolve) => client.socket.io.once("ping", resolve)), "heartbeat");
      }
      assert.equal(await client.ask("message-with-ack", "alive"), "alive");
      assert.deepEqual(client.arrived("disconnect"), []);
    }),
  );
});
