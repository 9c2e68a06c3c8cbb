import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport } from "./support.mjs";

/** What is said, in order. */
async function said(client, count) {
  const all = [];
  for (let i = 0; i < count; i++) {
    all.push((await client.next("said"))[0]);
  }
  return all;
}

/** Events come in order, so that after the answer to another one nothing of before is on its way. */
async function nothingMore(client) {
  await client.ask("joined");
  assert.deepEqual(client.arrived("said"), []);
}

overEachTransport((clients) => {
  test("an enterprise bean emits when its transaction has been committed, in order", async () => {
    const client = await clients.connect("/transactions");
    await client.ask("ejb", "COMMIT");
    assert.deepEqual(await said(client, 5), ["at once", "a", "b", "c", "d"]);
  });

  test("an enterprise bean that fails, or rolls back, emits nothing", async () => {
    const client = await clients.connect("/transactions");
    client.emit("ejb", "FAIL");
    assert.deepEqual(await said(client, 2), ["at once", "cancelled"]);
    await client.ask("ejb", "ROLLBACK_ONLY");
    assert.deepEqual(await said(client, 1), ["at once"]);
    await nothingMore(client);
  });

  test("an asynchronous method has a transaction of its own", async () => {
    const client = await clients.connect("/transactions");
    await client.ask("async", "COMMIT");
    assert.deepEqual(await said(client, 5), ["at once", "a", "b", "c", "d"]);
    await client.ask("async", "ROLLBACK_ONLY");
    assert.deepEqual(await said(client, 1), ["at once"]);
    await nothingMore(client);
  });

  test("a timer has a transaction of its own", async () => {
    const client = await clients.connect("/transactions");
    await client.ask("timer");
    assert.deepEqual(await said(client, 5), ["at once", "a", "b", "c", "d"]);
  });

  test("a bean with @Transactional emits when it has been committed, or never", async () => {
    const client = await clients.connect("/transactions");
    await client.ask("bean", "COMMIT");
    assert.deepEqual(await said(client, 3), ["at once", "a", "b"]);
    client.emit("bean", "FAIL");
    assert.deepEqual(await said(client, 2), ["at once", "cancelled"]);
    await client.ask("bean", "ROLLBACK_ONLY");
    assert.deepEqual(await said(client, 1), ["at once"]);
    await nothingMore(client);
  });

  test("a new transaction counts for what is emitted in it", async () => {
    const client = await clients.connect("/transactions");
    await client.ask("new", "COMMIT");
    assert.deepEqual(await said(client, 3), ["inner", "between", "outer"]);
    await client.ask("new", "ROLLBACK_ONLY");
    assert.deepEqual(await said(client, 2), ["inner", "between"]);
    await nothingMore(client);
  });

  test("observers of the phases of a transaction emit in their turn", async () => {
    const client = await clients.connect("/transactions");
    await client.ask("phases");
    assert.deepEqual(await said(client, 3), ["a", "b", "c"]);
  });

  test("a bean that ends its transaction itself", async () => {
    const client = await clients.connect("/transactions");
    await client.ask("user", "COMMIT");
    assert.deepEqual(await said(client, 3), ["at once", "a", "afterwards"]);
    await client.ask("user", "ROLLBACK_ONLY");
    assert.deepEqual(await said(client, 2), ["at once", "afterwards"]);
  });

  test("the acknowledgement of a handler with a transaction follows the commit", async () => {
    const client = await clients.connect("/transactions");
    const order = [];
    client.socket.on("said", (text) => order.push(text));
    order.push(await client.ask("handler", "COMMIT"));
    assert.deepEqual(order, ["before", "after", "done"]);
    order.length = 0;
    order.push((await client.ask("handler", "FAIL")).message);
    assert.deepEqual(order.slice(0, 2), ["before", "cancelled"]);
    assert.equal(typeof order[2], "string");
    await client.ask("joined");
    assert.equal(order.length, 3);
  });

  test("a transaction surrounds a handler that asks for one", async () => {
    const client = await clients.connect("/transactions");
    assert.equal(await client.ask("inside"), true);
    assert.equal(await client.ask("outside"), false);
  });

  test("rooms are joined by the commit", async () => {
    const client = await clients.connect("/transactions");
    client.emit("join", "FAIL");
    await client.next("said");
    assert.equal(await client.ask("joined"), false);
    assert.equal(await client.ask("join", "COMMIT"), false);
    assert.equal(await client.ask("joined"), true);
  });

  test("a client is asked after the commit, or never", async () => {
    const client = await clients.connect("/transactions");
    const order = [];
    client.socket.on("said", (text) => order.push(text));
    client.socket.on("question", (answer) => {
      order.push("asked");
      answer("an answer");
    });
    assert.equal(await client.ask("ask", "COMMIT"), "an answer");
    assert.deepEqual(order, ["at once", "asked"]);
    assert.equal(await client.ask("ask", "ROLLBACK_ONLY"), "rolled back");
    assert.deepEqual(order, ["at once", "asked", "at once"]);
  });
});
