import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { application, overEachTransport, within } from "./support.mjs";

const at = (server, more) => ({ path: `${new URL(application).pathname}returning/${server}/`, ...more });

/** Users and rooms that no earlier run of this script can have had. */
let number = Date.now();

/** One who has heard something, is banned, loses the connection, and comes back. */
async function banned(clients, server) {
  const user = `user ${number++}`;
  const client = await clients.connect("/", at(server, { query: { user } }));
  client.emit("tell me");
  await client.next("told");
  assert.equal(await client.ask("ban me"), true);
  const { id } = client;
  client.socket.io.reconnection(false);
  client.socket.io.engine.close();
  await client.next("disconnect");
  return { client, id };
}

overEachTransport((clients) => {
  test("a client that comes back passes the middleware again", async () => {
    const { client } = await banned(clients, "asking");
    client.socket.connect();
    assert.equal((await client.next("connect_error"))[0].message, "banned");
    assert.equal(client.socket.connected, false);
  });

  test("skipMiddlewares: a client that comes back is not asked again", async () => {
    const { client, id } = await banned(clients, "skipping");
    const connected = once(client.socket, "connect");
    client.socket.connect();
    await within(connected, "connect");
    assert.equal(client.socket.recovered, true);
    assert.equal(client.id, id);
    const stranger = clients.create("/", at("skipping", { query: client.socket.io.opts.query }));
    assert.equal((await stranger.next("connect_error"))[0].message, "banned");
  });

  test("rooms are watched", async () => {
    const room = `${number++}-room`;
    const one = await clients.connect("/", at("asking"));
    const two = await clients.connect("/", at("asking"));
    const first = one.id;
    const seen = async (word, expected) => {
      const deadline = Date.now() + 10_000;
      let lines = [];
      while (Date.now() < deadline && lines.length < expected.length) {
        lines = await two.ask("rooms", word);
      }
      assert.deepEqual(lines, expected);
    };
    await one.ask("enter", room);
    await two.ask("enter", room);
    await two.ask("quit", room);
    one.socket.disconnect();
    await seen(` ${room}`, [
      `created ${room}`,
      `joined ${room} ${first}`,
      `joined ${room} ${two.id}`,
      `left ${room} ${two.id}`,
      `left ${room} ${first}`,
      `deleted ${room}`,
    ]);
    const own = await two.ask("rooms", ` ${first}`);
    for (const line of [`created ${first}`, `joined ${first} ${first}`, `left ${first} ${first}`, `deleted ${first}`]) {
      assert.ok(own.includes(line), line);
    }
  });

  test("a server alone has no others to tell or to ask", async () => {
    const client = await clients.connect("/", at("asking"));
    assert.deepEqual(await client.ask("tell servers"), []);
    assert.deepEqual(await client.askAll("ask servers"), [0, 0, true]);
    assert.match(await client.ask("reserved"), /reserved/);
  });

  test("addTrailingSlash: either spelling is served", async () => {
    const { path } = at("asking");
    const client = await clients.connect("/", { path: path.slice(0, -1), addTrailingSlash: false });
    assert.deepEqual(await client.ask("tell servers"), []);
  });
});
