// Messages of a WebSocket are compressed, where the server can.

import assert from "node:assert/strict";
import { test } from "node:test";
import { application, overEachTransport } from "./support.mjs";

const at = (name) => ({ path: `${new URL(application).pathname}servers/${name}/` });

overEachTransport((clients, mode) => {
  test("messages are compressed where the option is on, and limits are those of the plain text", async () => {
    const text = "all the same, ".repeat(7000);
    for (const [name, expected] of [["server-9", /^permessage-deflate/], ["server-8", /^$/]]) {
      const client = await clients.connect("/", at(name));
      const { ws } = client.socket.io.engine.transport;
      if (mode !== "polling") {
        assert.match(ws.extensions, expected, name);
      }
      const before = ws?._socket.bytesRead;
      for (let i = 0; i < 5; i++) {
        assert.equal(await client.ask("echo", `${text}${i}`), `${text}${i}`);
      }
      if (name === "server-9" && ws) {
        assert.ok(ws._socket.bytesRead - before < text.length, "compressed");
      }
      client.socket.io.reconnection(false);
      client.emit("echo", "x".repeat(200_000));
      await client.next("disconnect");
    }
    const bystander = await clients.connect("/", at("server-9"));
    assert.deepEqual(await bystander.ask("who"), ["server-9", 0]);
  });
});
