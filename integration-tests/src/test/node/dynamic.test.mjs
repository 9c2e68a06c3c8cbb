import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport } from "./support.mjs";

let last = 100 * (1 + Math.floor(Math.random() * 1_000_000));

/** The name of a namespace that no other test has. */
const fresh = () => `/dyn-${(last += 100)}`;

async function refusal(clients, namespace, options) {
  const [error] = await clients.create(namespace, options).next("connect_error");
  return error.message;
}

/** Asks until the answer is good. */
async function eventually(ask, good) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (good(answer)) {
      return;
    }
    assert.ok(Date.now() < deadline, `still ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

overEachTransport((clients) => {
  test("a namespace that matches a pattern is created", async () => {
    const name = fresh();
    const client = await clients.connect(name);
    assert.deepEqual(await client.next("ready"), [name]);
    assert.equal(await refusal(clients, `${name}x`), "Invalid namespace");
  });

  test("a namespace that exists stays what it is", async () => {
    const client = await clients.connect("/dyn-0");
    assert.deepEqual(await client.next("ready"), ["static"]);
  });

  test("a child has the middleware of its parent", async () => {
    assert.equal(await refusal(clients, `${fresh()}13`), "unlucky");
  });

  test("a parent emits to all children", async () => {
    const [one, other] = await Promise.all([clients.connect(fresh()), clients.connect(fresh())]);
    const elsewhere = await clients.connect("/dyn-0");
    one.emit("all", "hello");
    assert.deepEqual(await one.next("said"), ["hello"]);
    assert.deepEqual(await other.next("said"), ["hello"]);
    assert.deepEqual(elsewhere.arrived("said"), []);
  });

  test("clients that come together create one namespace, and it is told once", async () => {
    const name = fresh();
    await Promise.all(Array.from({ length: 8 }, () => clients.connect(name)));
    const control = await clients.connect("/dynamic");
    const created = await control.ask("created");
    assert.equal(created.filter((each) => each === name).length, 1);
    assert.ok((await control.ask("children")).includes(name));
  });

  test("a matcher decides, by name and by who asks, and takes its time", async () => {
    const name = `/shop${fresh()}`.replace("/shop/", "/shop/x");
    assert.equal(await refusal(clients, name), "Invalid namespace");
    assert.equal(await refusal(clients, name, { auth: { token: "no" } }), "Invalid namespace");
    const client = await clients.connect(name, { auth: { token: "ok" } });
    assert.deepEqual(await client.next("ready"), [name]);
  });

  test("a child goes with its last client, also one that was refused", async () => {
    const control = await clients.connect("/dynamic");
    const name = fresh();
    const client = await clients.connect(name);
    assert.ok((await control.ask("children")).includes(name));
    client.socket.disconnect();
    await eventually(() => control.ask("children"), (children) => !children.includes(name));
    await refusal(clients, `${name}13`);
    await eventually(() => control.ask("children"), (children) => !children.includes(`${name}13`));
  });

  test("a bean serves all namespaces of a template", async () => {
    const [acme, other] = await Promise.all([
      clients.connect("/tenants/acme/floors/3"),
      clients.connect("/tenants/other/floors/0"),
    ]);
    assert.equal(await acme.ask("where"), "acme 4");
    assert.equal(await other.ask("where"), "other 1");
    acme.emit("shout", "fire");
    assert.deepEqual(await acme.next("shouted"), ["fire"]);
    assert.deepEqual(await other.next("shouted"), ["fire"]);
    acme.emit("call", "psst");
    assert.deepEqual(await acme.next("called"), ["psst"]);
    assert.deepEqual(other.arrived("called"), []);
    assert.equal(await refusal(clients, "/tenants/acme/floors/-1"), "acme has no cellar");
    assert.equal(await refusal(clients, "/tenants/acme"), "Invalid namespace");
  });
});
