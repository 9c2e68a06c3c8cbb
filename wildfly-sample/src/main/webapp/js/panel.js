// Shows what the connection does: a socket has a manager, which opens one engine after the other.

import { $, clockTime, h } from "./dom.js";

const LOG_LINES = 200;
const PROBE_EVERY_MS = 3000;
const SAMPLES = 40;

export function watch(socket) {
  const manager = socket.io;
  const samples = [];
  let lastPing = null;
  let attempts = 0;
  let reconnects = 0;
  let sent = 0;
  let received = 0;

  function log(text, kind = "") {
    const now = new Date();
    const time = clockTime(now, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
    const millis = String(now.getMilliseconds()).padStart(3, "0");
    $("log").prepend(h("li", {}, h("time", {}, `${time}.${millis}`), h("span", { className: kind }, text)));
    while ($("log").childElementCount > LOG_LINES) {
      $("log").lastElementChild.remove();
    }
  }

  function status(value, text) {
    $("panel-status").textContent = value;
    $("pill").dataset.status = value;
    $("pill-text").textContent = text;
  }

  function transport() {
    const name = manager.engine.transport.name;
    $("panel-transport").textContent = name;
    if (socket.connected) {
      const trip = samples.length ? ` · ${samples.at(-1).toFixed(0)} ms` : "";
      status("connected", (name === "websocket" ? "WebSocket" : "Polling") + trip);
    }
    return name;
  }

  const wanted = (name) => manager.opts.transports.includes(name);

  function packets() {
    $("panel-packets").textContent = `${received} in, ${sent} out`;
  }

  function reconnections() {
    $("panel-reconnects").textContent = `${reconnects} of ${attempts} attempts`;
  }

  /** Every connection has an engine of its own; it exists from the manager's "open" on. */
  manager.on("open", () => {
    const engine = manager.engine;
    const opened = performance.now();
    log(`open: ${transport()}, session ${engine.id.slice(0, 6)}…`, "good");
    $("panel-upgrade").textContent = transport() === "polling" && wanted("websocket") ? "probing…" : "none";
    lastPing = null;
    engine.on("upgrading", (to) => log(`probe answered, upgrading to ${to.name}`));
    engine.on("upgrade", (to) => {
      const took = `${(performance.now() - opened).toFixed(0)} ms`;
      $("panel-upgrade").textContent = `polling → ${to.name} in ${took}`;
      log(`upgraded to ${to.name} after ${took}`, "good");
      transport();
    });
    engine.on("upgradeError", (error) => {
      $("panel-upgrade").textContent = "failed, staying with polling";
      log(`upgrade failed: ${error.message}`, "warn");
    });
    engine.on("packet", () => received++);
    engine.on("packetCreate", () => sent++);
    engine.on("close", (reason) => log(`closed: ${reason}`, "warn"));
  });

  manager.on("ping", () => {
    const now = performance.now();
    const every = lastPing === null ? "" : `, ${((now - lastPing) / 1000).toFixed(1)} s after the last`;
    lastPing = now;
    $("panel-ping").textContent =
      clockTime(new Date(), { hour: "2-digit", minute: "2-digit", second: "2-digit" }) + every;
    log("ping from the server, pong sent", "quiet-line");
  });

  manager.on("reconnect_attempt", (attempt) => {
    attempts++;
    reconnections();
    status("reconnecting", `Reconnecting… (${attempt})`);
    log(`reconnection attempt ${attempt}`, "warn");
  });
  manager.on("reconnect", (attempt) => {
    reconnects++;
    reconnections();
    log(`reconnected with attempt ${attempt}`, "good");
  });
  manager.on("error", (error) => log(`no connection: ${error.message}`, "warn"));

  socket.on("connect", () => {
    transport();
    $("panel-id").textContent = socket.id;
    log(`joined ${socket.nsp} as ${socket.id.slice(0, 6)}…`, "good");
    measure();
  });
  socket.on("connect_error", (error) => {
    if (!socket.active) {
      status("disconnected", "Refused");
      log(`refused: ${error.message}`, "warn");
    }
  });
  socket.on("disconnect", (reason) => {
    status(socket.active ? "reconnecting" : "disconnected", socket.active ? "Connection lost" : "Disconnected");
    $("panel-id").textContent = "–";
    $("panel-transport").textContent = "–";
    $("panel-upgrade").textContent = "–";
    log(`disconnected: ${reason}`, "warn");
  });

  async function measure() {
    if (!socket.connected) {
      return;
    }
    const start = performance.now();
    try {
      await socket.timeout(5000).emitWithAck("round-trip");
    } catch {
      return; // disconnected, which has its own line
    }
    const took = performance.now() - start;
    samples.push(took);
    samples.splice(0, samples.length - SAMPLES);
    $("panel-rtt").textContent = `${took.toFixed(1)} ms`;
    transport();
    const highest = Math.max(...samples);
    const points = samples.map((sample, index) => {
      const x = 1 + (index * 76) / (SAMPLES - 1);
      return `${x.toFixed(1)},${(18.5 - (17 * sample) / highest).toFixed(1)}`;
    });
    $("panel-spark").firstElementChild.setAttribute("points", points.join(" "));
    packets();
  }

  setInterval(measure, PROBE_EVERY_MS);
  reconnections();

  $("transports").addEventListener("change", () => {
    manager.opts.transports = $("transports").value.split(",");
    log(`from now on: ${$("transports").value}`);
    socket.disconnect().connect();
  });
  $("drop").addEventListener("click", () => {
    log("dropping the connection");
    manager.engine?.close();
  });

  return { connecting: () => status("connecting", "Connecting…") };
}
