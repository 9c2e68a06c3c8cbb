import assert from "node:assert/strict";
import { test } from "node:test";
import { application, overEachTransport, within } from "./support.mjs";

const at = (name) => ({ path: `${new URL(application).pathname}servers/${name}/` });
const url = (name, query) => `${application}servers/${name}/?${query}`;

/** Asks until the answer is as it should be. */
async function eventually(ask, good, what) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (good(answer)) {
      return answer;
    }
    assert.ok(Date.now() < deadline, `${what}: still ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

let generations = 0;

overEachTransport((clients, mode) => {
  test("a dozen servers, each with its own clients", async () => {
    const names = Array.from({ length: 12 }, (_, i) => `server-${i}`);
    const connected = await Promise.all(names.map((name) => clients.connect("/", at(name))));
    const answers = await Promise.all(connected.map((client) => client.ask("who")));
    assert.deepEqual(answers.map(([name]) => name), names);

    connected[5].emit("tell all");
    assert.deepEqual(await connected[5].next("told"), ["server-5"]);
    // everyone has been asked something afterwards, and would have heard it before
    await Promise.all(connected.map((client) => client.ask("who")));
    names.forEach((name, i) => assert.deepEqual(connected[i].arrived("told"), [], name));
  });

  test("namespaces and connections of one server are unknown to another", async () => {
    const client = await clients.connect("/only-server-1", at("server-1"));
    const elsewhere = clients.create("/only-server-1", at("server-4"));
    assert.equal((await elsewhere.next("connect_error"))[0].message, "Invalid namespace");
    const byDefault = clients.create("/only-server-1");
    assert.equal((await byDefault.next("connect_error"))[0].message, "Invalid namespace");

    const sid = client.socket.io.engine.id;
    const stolen = await fetch(url("server-4", `EIO=4&transport=polling&sid=${sid}`));
    assert.equal(stolen.status, 400);
    assert.equal((await stolen.json()).code, 1);
  });

  test("options and headers are those of the server", async () => {
    const answer = await fetch(url("server-6", "EIO=4&transport=polling"));
    assert.equal(answer.headers.get("x-server"), "server-6");
    const open = JSON.parse((await answer.text()).substring(1));
    assert.equal(open.maxPayload, 100_000);
    assert.equal(open.pingInterval, 500); // of the application
    const produced = await (await fetch(url("produced", "EIO=4&transport=polling"))).text();
    assert.equal(JSON.parse(produced.substring(1)).pingInterval, 3000);
    assert.equal((await fetch(`${application}servers/server-6/socket.io.js`)).status, 200);
  });

  test("a bean serves the server that it names", async () => {
    const client = await clients.connect("/beans", at("produced"));
    assert.equal(await client.ask("who"), "produced at /servers/produced");
    client.emit("tell all");
    assert.deepEqual(await client.next("told"), ["produced"]);
    assert.equal((await clients.create("/beans").next("connect_error"))[0].message, "Invalid namespace");
  });

  test("a server is closed, and another one is there", async () => {
    const control = await clients.connect("/servers");
    const client = await clients.connect("/", at("server-2"));
    const bystander = await clients.connect("/", at("server-1"));
    const id = client.id;
    const generation = ++generations;

    const back = new Promise((resolve) => client.socket.once("connect", resolve));
    await control.askAll("replace second", generation);
    assert.equal((await client.next("disconnect"))[0], "transport close");
    await within(back, "reconnection");
    assert.deepEqual(await client.ask("who"), ["server-2", generation]);
    assert.notEqual(client.id, id);
    const ends = await eventually(() => control.ask("ends", "server-2"), (all) => all.includes(id), "ends");
    assert.equal(ends[ends.indexOf(id) + 1], "server shutting down");
    assert.ok((await control.ask("second")) >= 1);
    assert.deepEqual(await bystander.ask("who"), ["server-1", 0]);
    assert.equal(bystander.arrived("disconnect").length, 0);
  });

  test("a server is drained: its clients leave, and nobody comes in", async () => {
    const control = await clients.connect("/servers");
    const client = await clients.connect("/", at("server-3"));
    const generation = ++generations;

    const drained = control.ask("drain third", 60_000, generation);
    const [left] = await client.next("server_draining");
    assert.ok(left > 50_000 && left <= 60_000, left);
    const refused = await fetch(url("server-3", "EIO=4&transport=polling"));
    assert.equal(refused.status, 503);
    assert.match(await refused.text(), /accepts no new connections/);
    const [name] = await client.ask("who");
    assert.equal(name, "server-3");
    client.socket.disconnect();
    assert.equal(await drained, generation);

    const next = await clients.connect("/", at("server-3"));
    assert.deepEqual(await next.ask("who"), ["server-3", generation]);
  });

  test("a server is drained: who stays is disconnected at the deadline", async () => {
    const control = await clients.connect("/servers");
    const client = await clients.connect("/", at("server-3"));
    const generation = ++generations;
    const back = new Promise((resolve) => client.socket.once("connect", resolve));

    assert.equal(await control.ask("drain third", 300, generation), generation);
    assert.equal((await client.next("disconnect"))[0], "transport close");
    await within(back, "reconnection");
    assert.deepEqual(await client.ask("who"), ["server-3", generation]);
  });

  test("failed requests are told to the server", async () => {
    const control = await clients.connect("/servers");
    await control.ask("errors", "server-7");
    await fetch(url("server-7", "EIO=4&transport=tobi"));
    await fetch(url("server-7", "EIO=4&transport=polling&sid=nobody"));
    await fetch(url("server-7", "EIO=4&transport=polling"), { method: "POST" });
    await fetch(url("server-7", "EIO=1&transport=polling"));
    const wrong = clients.create("/", { ...at("server-7"), query: { sid: "nobody" }, reconnection: false });
    await wrong.next("connect_error");
    const client = await clients.connect("/", at("server-7"));
    await fetch(url("server-7", `EIO=3&transport=${client.transport}&sid=${client.socket.io.engine.id}`));

    const expected = [
      "0 {transport=tobi}",
      "1 {sid=nobody}",
      "2 {method=POST}",
      "5 {protocol=1}",
      "1 {sid=nobody}",
    ];
    const errors = await control.ask("errors", "server-7");
    assert.deepEqual(errors.slice(0, 5), expected);
    assert.match(errors[5], mode === "polling" ? /PROTOCOL_MISMATCH/ : /TRANSPORT_MISMATCH/);
  });

  test("ids of connections are what the application makes them", async () => {
    const control = await clients.connect("/servers");
    await control.ask("errors", "server-10");
    const own = `node-1.${mode}.${Date.now()}`;
    const client = await clients.connect("/", { ...at("server-10"), query: { "own-id": own } });
    assert.equal(client.socket.io.engine.id, own);
    assert.deepEqual(await client.ask("who"), ["server-10", 0]);

    const second = await fetch(url("server-10", `EIO=4&transport=polling&own-id=${own}`));
    assert.equal(second.status, 400);
    assert.deepEqual(await second.json(), { code: 3, message: "Bad request" });
    const again = clients.create("/", { ...at("server-10"), query: { "own-id": own }, reconnection: false });
    await again.next("connect_error");
    const errors = await control.ask("errors", "server-10");
    assert.equal(errors.length, 2);
    errors.forEach((error) => assert.match(error, /^3 .*ID_GENERATION_ERROR/));
    assert.deepEqual(await client.ask("who"), ["server-10", 0]);
  });

  test("what flows over the connection can be watched", async () => {
    const client = await clients.connect("/", at("server-8"));
    const [messages, created, drained] = await client.ask("flow");
    for (let i = 0; i < 10; i++) {
      assert.equal(await client.ask("echo", "x"), "x");
    }
    const flow = await client.ask("flow");
    assert.equal(flow[0], messages + 11); // those, and the question itself
    assert.ok(flow[1] >= created + 11, `created: ${created}, ${flow[1]}`); // and heartbeats
    assert.ok(flow[2] > drained, `drained: ${drained}, ${flow[2]}`);
  });

  test("the connection can be looked at, and closed", async () => {
    const client = await clients.connect("/", at("server-8"));
    const look = () => client.ask("conn");
    const [transport, protocol, upgraded, address, closed] = await eventually(
      look,
      (conn) => conn[6] >= 1, // a heartbeat
      "conn",
    );
    assert.equal(transport, client.transport);
    assert.equal(protocol, 4);
    assert.equal(upgraded, mode === "upgrade");
    assert.equal(address, "127.0.0.1");
    assert.equal(closed, false);
    const before = await look();
    const after = await look();
    assert.ok(after[5] > before[5], `packets: ${before[5]}, ${after[5]}`);

    client.socket.io.reconnection(false);
    client.emit("close me");
    assert.equal((await client.next("disconnect"))[0], "transport close");
  });
});
