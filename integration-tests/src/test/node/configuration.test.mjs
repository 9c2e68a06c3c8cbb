import assert from "node:assert/strict";
import { test } from "node:test";
import { application, overEachTransport, PATIENCE_MS } from "./support.mjs";

const admin = { path: `${new URL(application).pathname}configured/admin/` };

async function handshake(path) {
  const answer = await fetch(`${application}${path}?EIO=4&transport=polling`);
  assert.equal(answer.status, 200);
  return JSON.parse((await answer.text()).substring(1));
}

test("the server by configuration: web.xml comes before the annotation", async () => {
  const open = await handshake("socket.io/");
  assert.equal(open.pingInterval, 500);
  assert.equal(open.pingTimeout, 5000);
  assert.equal(open.maxPayload, 1_000_000);
});

test("a server of an annotation: a key that names it comes before one that does not", async () => {
  const open = await handshake("configured/admin/");
  assert.equal(open.pingInterval, 9000); // of the annotation, which is about this server
  assert.equal(open.pingTimeout, 6000); // of web.xml, which is, too
  assert.equal(open.maxPayload, 77_777); // of the bean
});

overEachTransport((clients) => {
  const refused = async (namespace) => {
    const [error] = await clients.create(namespace, { reconnection: false }).next("connect_error");
    assert.equal(error.message, "Too many sockets");
  };

  /** Connects as soon as there is a place: of a client that has left, the server hears a little later. */
  const seated = async (namespace, options = {}) => {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        return await clients.connect(namespace, { reconnection: false, ...options });
      } catch (error) {
        assert.equal(error.message, "Too many sockets");
        assert.ok(Date.now() < deadline, `no place was freed in ${namespace}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  };

  test("a namespace with places for two, and then one is free", async () => {
    const first = await seated("/seats");
    await seated("/seats");
    await refused("/seats");
    first.socket.disconnect();
    await seated("/seats");
    await refused("/seats");
  });

  test("an option of a namespace by an annotation for the server", async () => {
    const client = await seated("/seats");
    assert.equal(await client.ask("ask"), "asked");
    assert.equal(await client.ask("ask"), "refused");
  });

  test("a template: each of its namespaces has its places, and one of them more", async () => {
    const one = await seated("/booths/ann");
    const other = await seated("/booths/bob");
    assert.deepEqual([await one.ask("here"), await other.ask("here")], [true, true]);
    await refused("/booths/ann");
    await seated("/booths/vip");
    await seated("/booths/vip");
    await refused("/booths/vip");
  });

  test("the same name at another server has other options", async () => {
    for (let i = 0; i < 4; i++) {
      const client = await seated("/seats", admin);
      assert.equal(await client.ask("here"), true);
    }
  });
});
