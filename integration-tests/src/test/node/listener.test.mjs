import assert from "node:assert/strict";
import { test } from "node:test";
import { overEachTransport } from "./support.mjs";

overEachTransport((clients) => {
  test("once, on, off and removeAllListeners", async () => {
    const client = await clients.connect("/listeners");
    assert.equal(await client.ask("greet"), "once");
    assert.equal(await client.ask("greet"), "on");
    assert.equal(await client.ask("off", "greet"), false);
    assert.deepEqual(await client.ask("forget everything"), []);
    client.socket.emit("greet", () => assert.fail("acknowledged"));
    client.socket.emit("what came", () => assert.fail("acknowledged"));
  });

  test("listeners for any event that comes or goes", async () => {
    const client = await clients.connect("/listeners");
    client.emit("send");
    await client.next("message");
    assert.deepEqual(await client.ask("what came"), ["first", "send0", "first", "what came0"]);
    assert.deepEqual(await client.ask("what went"), ['message"a"']);
    client.emit("tell all");
    await client.next("user joined");
    assert.deepEqual((await client.ask("what went")).pop(), 'user joined"bob"');
    assert.equal(await client.ask("listen no more"), 0);
    assert.equal((await client.ask("what came")).includes("what came0"), true);
  });

  test("a middleware refuses events, with an acknowledgement or silently", async () => {
    const client = await clients.connect("/listeners");
    assert.deepEqual(await client.ask("forbidden"), { message: "not you", data: { code: 7 } });
    assert.deepEqual(await client.next("problem"), ["not you"]);
    client.socket.emit("broken", () => assert.fail("acknowledged"));
    assert.deepEqual(await client.next("problem"), ["as asked"]);
    assert.equal(await client.ask("greet"), "once");
  });

  test("typed listeners", async () => {
    const client = await clients.connect("/listeners");
    const message = { from: "ann", text: "hi" };
    assert.deepEqual(await client.ask("1", message), message);
    assert.deepEqual(await client.askAll("2", "a", 2), [2, "a"]);
    assert.deepEqual(await client.askAll("3", "a", 2, true), [true, 2, "a"]);
    const bytes = Buffer.from([1, 2, 3]);
    assert.deepEqual(await client.askAll("4", "a", 2, true, bytes), [bytes, true, 2, "a"]);
    assert.equal(await client.ask("list", [message, { from: "bob", text: "ho" }]), "ho");
    client.emit("2", "a", "no number");
    assert.match((await client.next("problem"))[0], /argument 2/);
  });

  test("typed data of a socket", async () => {
    const client = await clients.connect("/listeners");
    assert.equal(await client.ask("recall"), null);
    await client.ask("remember", "it");
    assert.equal(await client.ask("recall"), "it");
  });

  test("names that are reserved cannot be emitted", async () => {
    const client = await clients.connect("/listeners");
    const reserved = ["connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"];
    for (const event of reserved) {
      assert.equal(await client.ask("emit", event), `"${event}" is a reserved event name`);
    }
    assert.equal(await client.ask("emit", "connected"), "emitted");
    await client.next("connected");
    reserved.forEach((event) => assert.deepEqual(client.arrived(event), [], event));
  });

  test("what is sent together with CONNECT finds its listeners", async () => {
    const early = Array.from({ length: 10 }, () => {
      const client = clients.create("/listeners");
      client.emit("send"); // kept by the client until it is connected, and then sent at once
      return client;
    });
    for (const client of early) {
      await client.next("message");
    }
  });

  test("send emits a message", async () => {
    const client = await clients.connect("/listeners");
    client.emit("send");
    assert.deepEqual(await client.next("message"), ["a", 1]);
  });

  test("typed emitters", async () => {
    const [client, other] = await Promise.all([clients.connect("/listeners"), clients.connect("/listeners")]);
    client.emit("tell me");
    assert.deepEqual(await client.next("user joined"), ["ann", 7]);
    assert.deepEqual(await client.next("several"), ["a", 2, null]);
    client.emit("tell all");
    assert.deepEqual(await client.next("user joined"), ["bob", 8]);
    assert.deepEqual(await other.next("user joined"), ["bob", 8]);
    client.socket.on("whoAreYou", (greeting, answer) => answer({ from: "eve", text: greeting }));
    assert.equal(await client.ask("ask me"), "eve: hi");
  });

  test("disconnecting knows the rooms, disconnect does not", async () => {
    const [watcher, client] = await Promise.all([clients.connect("/listeners"), clients.connect("/listeners")]);
    await watcher.askAll("join", "watchers");
    await client.askAll("join", "red");
    await client.askAll("join", "blue");
    const { id } = client;
    client.socket.disconnect();
    assert.deepEqual(await watcher.nextAbout(id, "leaving"), [["blue", "red"], "client namespace disconnect"]);
    assert.deepEqual(await watcher.nextAbout(id, "left"), [[], true]);
  });

  test("a server that disconnects says why", async () => {
    const client = await clients.connect("/listeners");
    client.emit("kick", "spam");
    assert.deepEqual(await client.next("disconnect_reason"), [{ why: "spam" }]);
    assert.equal((await client.next("disconnect"))[0], "io server disconnect");
  });

  test("a server that closes a connection says why", async () => {
    const client = await clients.connect("/listeners");
    client.emit("close", "closing time");
    assert.deepEqual(await client.next("disconnect_reason"), ["closing time"]);
    assert.equal((await client.next("disconnect"))[0], "io server disconnect");
  });
});
