// Enterprise beans, their timers, and managed executors.

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

  test("nobody is nobody to enterprise beans", async () => {
    const client = await clients.connect("/identity");
    // each container has names of its own for nobody
    const [, ofBean, , ofSecurity] = await client.ask("bean");
    assert.deepEqual([ofBean, ofSecurity], [false, false]);
  });
});
