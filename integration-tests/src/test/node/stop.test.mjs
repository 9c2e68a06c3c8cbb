// The server itself is stopped, as its operator would: there is nothing to talk to afterwards.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answerTo, at, CALM, RawClient } from "./load.mjs";
import { Clients, control, eventually } from "./support.mjs";

/** Servers take their time, and some wait for their clients. */
const STOP_MS = 150_000;

test("a stop closes WebSockets with 1001, and answers polls", async () => {
  const ways = ["websocket", "upgrade", "polling"].map((mode) => new Clients(mode));
  const [webSocket, upgraded, polling] = await Promise.all(
    ways.map((clients) => clients.connect("/many", at(CALM))),
  );
  const raw = await RawClient.join(CALM, "/many");
  let answer;
  answerTo(raw.request().end()).then(
    (given) => (answer = given),
    (error) => (answer = { error: String(error) }),
  );
  for (const client of [webSocket, upgraded, polling]) {
    assert.equal(await client.ask("echo", 1), 1);
  }
  assert.equal(answer, undefined);

  await control("stop", STOP_MS);

  for (const client of [webSocket, upgraded]) {
    const [reason, details] = await client.next("disconnect");
    assert.equal(reason, "transport close");
    assert.equal(details.context.code, 1001);
  }
  await eventually(() => answer, (given) => given !== undefined, "answer of the poll");
  assert.deepEqual(answer, { status: 200, body: "1" });
  // the next poll may find nothing there before the last one is read
  const [reason] = await polling.next("disconnect");
  assert.match(reason, /^transport (close|error)$/);
  ways.forEach((clients) => clients.close());
});
