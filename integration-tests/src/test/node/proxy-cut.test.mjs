// A proxy that waits for less than the time between two heartbeats.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { Clients } from "./support.mjs";

/** What `disconnect` says, and the status of the poll or the code of the WebSocket. */
const ENDS = {
  polling: ["transport error", 504],
  websocket: ["transport close", 1006],
  upgrade: ["transport close", 1006],
};

let clients;
afterEach(() => clients.close());

for (const [mode, [expected, number]] of Object.entries(ENDS)) {
  test(`${mode}: a connection is cut, and made again`, async () => {
    clients = new Clients(mode);
    const client = await clients.connect();
    const { id } = client;
    const [reason, details] = await client.next("disconnect");
    assert.equal(reason, expected);
    assert.equal(details.context.status ?? details.context.code, number);
    await client.reconnected();
    assert.notEqual(client.id, id);
    assert.equal(await client.ask("message-with-ack", "alive"), "alive");
  });
}
