import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport } from "./support.mjs";

overEachTransport((clients) => {
  test("the last parameter takes the arguments that are left", async () => {
    const client = await clients.connect("/model");
    assert.equal(await client.ask("sum", 1), 1);
    assert.equal(await client.ask("sum", 1, 2, 3), 6);
    assert.equal(await client.ask("lengths", Buffer.from("ab"), Buffer.from("c")), 3);
  });

  test("parameters come from the request", async () => {
    const client = await clients.connect("/model", { query: { tenant: "acme" }, forceNew: true });
    assert.deepEqual(await client.ask("request"), ["acme", "4"]);
  });

  test("a socket has its instance of a bean", async () => {
    const one = await clients.connect("/model");
    const two = await clients.connect("/model");
    assert.equal(await one.ask("count"), 1);
    assert.equal(await one.ask("count"), 2);
    assert.equal(await two.ask("count"), 1);
  });

  test("observers see sockets come and go", async () => {
    const client = await clients.connect("/model");
    const [came, went] = await client.ask("audience");
    const other = await clients.connect("/model");
    await other.ask("count");
    other.socket.disconnect();
    for (let i = 0; (await client.ask("audience"))[1] === went; i++) {
      assert.ok(i < 1000, "nobody went");
    }
    assert.ok((await client.ask("audience"))[0] > came);
  });

  test("results are sent on", async () => {
    const one = await clients.connect("/model");
    const two = await clients.connect("/model");
    await two.ask("join", "painters");
    assert.equal(await one.ask("say", "hi"), "hi");
    assert.deepEqual(await two.next("say"), ["hi"]);
    assert.equal(await one.ask("paint", ""), null);
    assert.equal(await one.ask("paint", "red"), "red");
    assert.deepEqual(await two.next("painted"), ["red"]);
    assert.deepEqual(one.arrived("say"), []);
  });
});
