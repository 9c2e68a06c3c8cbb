// Behind a proxy that does not pass on what WebSocket needs.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { application, Clients, within } from "./support.mjs";

const upgrading = new Clients("upgrade");
const webSocketOnly = new Clients("websocket");
afterEach(() => [upgrading, webSocketOnly].forEach((clients) => clients.close()));

test("clients stay with long-polling", async () => {
  const client = upgrading.create();
  const failure = new Promise((resolve) => client.socket.io.engine.once("upgradeError", resolve));
  await client.connected();
  await within(failure, "failure of the upgrade");
  assert.equal(client.transport, "polling");
  assert.equal(await client.ask("message-with-ack", "alive"), "alive");
  assert.deepEqual(client.arrived("disconnect"), []);
});

test("clients that want nothing but WebSocket do not get in", async () => {
  const client = webSocketOnly.create("/", { reconnection: false });
  const [error] = await client.next("connect_error");
  assert.equal(error.message, "websocket error");
});

test("the server says that it is a bad request", async () => {
  const answer = await fetch(`${application}socket.io/?EIO=4&transport=websocket`);
  assert.equal(answer.status, 400);
  assert.deepEqual(await answer.json(), { code: 3, message: "Bad request" });
});
