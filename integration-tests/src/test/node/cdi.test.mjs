// What CDI has for handlers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { application, overEachTransport } from "./support.mjs";

overEachTransport((clients) => {
  test("an interceptor of the application surrounds a handler", async () => {
    const client = await clients.connect("/intercepted");
    assert.equal(await client.ask("recorded"), "called, recorded");
    const records = await client.ask("records");
    assert.ok(records.includes("arrive"), records);
    assert.ok(records.includes("recorded"), records);
    assert.ok(!records.includes("records"), records);
  });

  test("each call of a handler is a request, which ends", async () => {
    const client = await clients.connect("/requests");
    const before = await client.ask("ended");
    assert.deepEqual(await client.ask("count"), [1, 2]);
    assert.deepEqual(await client.ask("count"), [1, 2]);
    assert.equal((await client.ask("ended")) - before, 4);
  });

  test("a request that emits in its middle stays one", async () => {
    const client = await clients.connect("/requests");
    for (let i = 0; i < 5; i++) {
      const response = await fetch(`${application}requests/count`);
      assert.equal(await response.text(), "1, 2");
      assert.deepEqual(await client.next("counted"), [1]);
    }
  });

  test("a namespace without annotations", async () => {
    const refused = clients.create("/programmatic");
    assert.equal((await refused.next("connect_error"))[0].message, "who are you?");
    const one = await clients.connect("/programmatic", { auth: { name: "one" } });
    assert.deepEqual(await one.next("ready"), [one.id, "/programmatic"]);
    const two = await clients.connect("/programmatic", { auth: { name: "two" } });
    assert.equal(await two.ask("count"), 2);
    two.emit("shout", "hello");
    assert.deepEqual(await one.next("heard"), ["hello"]);
    two.emit("fail");
    assert.deepEqual(await two.next("problem"), ["as asked"]);
    assert.deepEqual(two.arrived("heard"), []);
    two.socket.disconnect();
    assert.match((await one.next("gone"))[0], /client namespace disconnect|transport close/);
  });
});
