// What is larger than a proxy lets through, on its way to a server that would take it.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { application, Clients } from "./support.mjs";

const MEBIBYTE = 1 << 20;

const clients = new Clients("websocket");
afterEach(() => clients.close());

/** What a POST of a new connection is answered, after it has connected to the main namespace. */
async function post(body) {
  const engine = `${application}socket.io/?EIO=4&transport=polling`;
  const { sid } = JSON.parse((await (await fetch(engine)).text()).slice(1));
  const send = (text) => fetch(`${engine}&sid=${sid}`, { method: "POST", body: text });
  assert.equal((await send("40")).status, 200);
  return send(body);
}

test("long-polling: a body of a mebibyte passes", async () => {
  const answer = await post(`42["unknown","${"x".repeat(MEBIBYTE - 16)}"]`);
  assert.deepEqual([answer.status, await answer.text()], [200, "ok"]);
});

test("long-polling: a larger one is refused by the proxy", async () => {
  const answer = await post(`42["unknown","${"x".repeat(MEBIBYTE)}"]`);
  assert.equal(answer.status, 413);
  assert.match(await answer.text(), /nginx/);
});

test("WebSocket: a larger one passes", async () => {
  const client = await clients.connect();
  assert.equal((await client.ask("message-with-ack", "x".repeat(2 * MEBIBYTE))).length, 2 * MEBIBYTE);
});
