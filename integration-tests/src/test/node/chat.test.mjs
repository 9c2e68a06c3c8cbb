// The sample, in two windows of a real browser.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { deflateSync } from "node:zlib";
import { chromium } from "playwright-core";
import { application, control } from "./support.mjs";

const PATIENCE_MS = 20_000;
const FLAGS = [
  "--headless",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

const { executable, environment } = JSON.parse(readFileSync(new URL("chromium.json", import.meta.url), "utf8"));
let browser;

before(async () => {
  browser = await chromium.launch({
    executablePath: executable,
    args: FLAGS,
    env: { ...process.env, ...environment },
  });
});
after(() => browser?.close());

/** A window with a chat in it, and everything that went wrong there. */
class Window {
  mistakes = [];

  static async open() {
    const window = new Window();
    window.context = await browser.newContext();
    window.page = await window.context.newPage();
    window.page.setDefaultTimeout(PATIENCE_MS);
    window.page.on("pageerror", (error) => window.mistakes.push(String(error)));
    window.page.on("console", (message) => {
      // requests fail while the server is away, and Chromium says so
      if (message.type() === "error" && !/Failed to load resource|WebSocket connection to/.test(message.text())) {
        window.mistakes.push(message.text());
      }
    });
    await window.page.goto(application);
    return window;
  }

  the(id) {
    return this.page.getByTestId(id);
  }

  async signIn(nick) {
    await this.the("nick-input").fill(nick);
    await this.the("nick-submit").click();
    await this.the("chat").waitFor();
    await this.shows("me", nick);
    this.nick = nick;
  }

  async shows(id, text) {
    await this.the(id).filter({ hasText: text }).first().waitFor();
  }

  async say(text) {
    await this.the("message-input").fill(text);
    await this.the("message-send").click();
  }

  /** Somebody else, in the list of people. */
  person(window) {
    return this.the("person").filter({ hasText: window.nick });
  }

  /** The message with that text, as this window shows it. */
  message(text) {
    return this.the("message").filter({ hasText: text });
  }
}

let ada;
let bob;
let visits = 0;

beforeEach(async () => {
  // Others names each time: it takes the server a while to notice that somebody on polling has gone.
  visits++;
  [ada, bob] = await Promise.all([Window.open(), Window.open()]);
  await Promise.all([ada.signIn(`Ada ${visits}`), bob.signIn(`Bob ${visits}`)]);
});

afterEach(async () => {
  const mistakes = [...ada.mistakes, ...bob.mistakes];
  await Promise.all([ada.context.close(), bob.context.close()]);
  assert.deepEqual(mistakes, []);
});

async function talk(text) {
  await ada.say(`${text}, says Ada`);
  await bob.message(`${text}, says Ada`).waitFor();
  await bob.say(`${text}, says Bob`);
  await ada.message(`${text}, says Bob`).waitFor();
}

test("two people see each other, and talk", async () => {
  await ada.person(bob).waitFor();
  await bob.person(ada).waitFor();
  await talk("Grüße 😀 <b>&amp;");
  const mine = ada.message("Grüße 😀 <b>&amp;, says Ada");
  assert.equal(await mine.getByTestId("tick").getAttribute("aria-label"), "delivered");
  assert.equal(await bob.message("says Ada").getAttribute("data-from"), ada.nick);
});

test("the connection is upgraded to WebSocket, and the panel says so", async () => {
  await ada.shows("transport", "websocket");
  await ada.shows("upgrade", "polling → websocket");
  await ada.shows("connection-log", "upgraded to websocket");
  await ada.shows("status", "connected");
});

test("somebody is typing", async () => {
  const seen = bob.shows("typing", ada.nick).then(() => true);
  // volatile: the first one may be lost
  for (let typed = false; !typed; ) {
    await ada.the("message-input").pressSequentially("Well");
    typed = await Promise.race([seen, ada.page.waitForTimeout(300)]);
  }
});

test("a picture arrives as it was sent", async () => {
  await ada.the("picture-input").setInputFiles({ name: "red.png", mimeType: "image/png", buffer: png(120, 80) });
  await ada.the("picture-preview").waitFor();
  await ada.say("look at this");
  const picture = bob.message("look at this").getByTestId("message-picture");
  await picture.waitFor();
  assert.deepEqual(await picture.evaluate(seen), { width: 120, height: 80, red: true });
  await ada.message("look at this").getByTestId("tick").and(ada.page.getByLabel("delivered")).waitFor();
});

test("a private message is for one alone", async () => {
  await ada.person(bob).getByRole("button").click();
  await ada.shows("conversation-title", bob.nick);
  await ada.say("psst");
  await bob.the("private").filter({ hasText: ada.nick }).getByRole("button").first().click();
  await bob.message("psst").waitFor();
});

test("the server's clock ticks", async () => {
  const clock = () => ada.the("server-time").textContent();
  await ada.the("server-time").filter({ hasText: /\d/ }).waitFor();
  const before = await clock();
  await ada.the("server-time").filter({ hasNotText: before }).waitFor();
});

for (const transport of ["polling", "websocket"]) {
  test(`the chat works by ${transport} alone`, async () => {
    for (const window of [ada, bob]) {
      await window.the("transports").selectOption(transport);
      await window.shows("transport", transport);
      await window.shows("upgrade", "none");
    }
    await talk(`by ${transport}`);
  });
}

test("a dropped connection comes back by itself", async () => {
  const id = await ada.the("socket-id").textContent();
  await ada.the("drop-connection").click();
  await ada.shows("note", "Connection lost");
  await ada.shows("note", "Back after");
  await ada.shows("status", "connected");
  assert.notEqual(await ada.the("socket-id").textContent(), id);
  await talk("after the drop");
});

test("the application is deployed anew under open pages, and they come back", async () => {
  await control("undeploy");
  for (const window of [ada, bob]) {
    await window.shows("note", "Connection lost");
    await window.shows("status", "reconnecting");
  }
  await control("deploy");
  for (const window of [ada, bob]) {
    await window.shows("note", "Back after");
    await window.shows("note", "The server was restarted.");
    await window.shows("status", "connected");
    await window.shows("transport", "websocket");
  }
  await talk("after the restart");
});

/** In the page: what one sees of an image. */
function seen(image) {
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const [red, green, blue] = context.getImageData(5, 5, 1, 1).data;
  return { width: canvas.width, height: canvas.height, red: red > 200 && green < 50 && blue < 50 };
}

/** A red picture. */
function png(width, height) {
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([255, 0, 0]))]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(checksum(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(Array(height).fill(row)))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** CRC-32, which Node.js 20 does not have before its minor version 15. */
function checksum(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
  }
  return ~crc >>> 0;
}
