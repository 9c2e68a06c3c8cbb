// Who a client is behind a proxy: it comes from an address of its own, and claims another.

import assert from "node:assert/strict";
import http from "node:http";
import https from "node:https";
import { test } from "node:test";
import { application, overEachTransport } from "./support.mjs";

/** Only Linux has all addresses of the loopback network without being told. */
const address = process.platform === "linux" ? "127.0.0.2" : "127.0.0.1";
const secure = application.startsWith("https:");

function options(forged) {
  const tls = { rejectUnauthorized: false };
  const { Agent } = secure ? https : http;
  return {
    auth: { token: "secret", name: "Ada" },
    agent: new Agent({ localAddress: address, ...tls }),
    extraHeaders: forged,
    ...tls,
  };
}

overEachTransport((clients) => {
  for (const [how, forged] of [
    ["and say nothing of it", {}],
    ["whatever they say", { "X-Forwarded-For": "203.0.113.7, 203.0.113.8", "X-Forwarded-Proto": secure ? "http" : "https" }],
  ]) {
    test(`clients are known by where they come from, ${how}`, async () => {
      const client = await clients.connect("/guarded", options(forged));
      const who = await client.ask("who-am-i");
      assert.deepEqual([who.address, who.secure], [address, secure]);
    });
  }
});
