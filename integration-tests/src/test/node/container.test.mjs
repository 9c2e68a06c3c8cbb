import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport } from "./support.mjs";

overEachTransport((clients) => {
  test("a session bean handles events, and emits by all that is injected into another one", async () => {
    const client = await clients.connect("/ejb");
    client.emit("subscribe");
    client.emit("publish", "EURUSD", 1.0812);
    const prices = [await client.next("price"), await client.next("price"), await client.next("price")];
    assert.deepEqual(prices, [
      ["broadcaster", "EURUSD", 1.0812],
      ["room", "EURUSD", 1.0812],
      ["server", "EURUSD", 1.0812],
    ]);
  });

  test("a timer of a singleton bean emits", async () => {
    const client = await clients.connect("/ejb");
    const [first] = await client.next("tick");
    const [second] = await client.next("tick");
    assert.equal(second, first + 1);
  });

  test("a bean could emit when the application started", async () => {
    const client = await clients.connect("/ejb");
    assert.equal(await client.ask("started"), true);
  });

  test("a session bean is called by its business interface", async () => {
    const client = await clients.connect("/business");
    assert.equal(await client.ask("twice", 21), 42);
  });

  test("a managed executor completes what a handler has answered", async () => {
    const client = await clients.connect("/concurrency");
    assert.equal(await client.ask("later", "tea"), "tea");
  });

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

  test("constraints on arguments hold", async () => {
    const client = await clients.connect("/validated");
    assert.equal(await client.ask("order", { article: "tea", pieces: 3 }), "3 of tea");
    const { message, data } = await client.ask("order", { article: "x", pieces: 11 });
    assert.equal(message, "Invalid arguments");
    assert.deepEqual(
      data.violations.map(({ path }) => path),
      ["arguments[0].article", "arguments[0].pieces"],
    );
    assert.deepEqual(await client.next("invalid"), [2]);
    client.socket.emit("order", null);
    assert.deepEqual(await client.next("invalid"), [1]);
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
