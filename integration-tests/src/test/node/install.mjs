// Puts what the tests run by Node.js need where they run: the scripts themselves, the npm packages,
// a Chromium, and an nginx. Called by Maven as
//   node install.mjs <work folder>
// and quick if everything is there already.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { nginx } from "./nginx.mjs";

const OLDEST_NODE = 20;
const CHROMIUM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const source = dirname(fileURLToPath(import.meta.url));
const work = resolve(process.argv[2]);

function fail(message) {
  console.error(message);
  process.exit(1);
}

function copy(from, to) {
  fs.mkdirSync(to, { recursive: true });
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    if (entry.isFile()) {
      fs.copyFileSync(join(from, entry.name), join(to, entry.name));
    }
  }
}

/** `npm ci` in a folder, unless it was done for the same lock. */
function install(folder) {
  const stamp = join(folder, "node_modules", ".stamp");
  const lock = fs.readFileSync(join(folder, "package-lock.json"));
  const wanted = createHash("sha256").update(process.version).update(lock).digest("hex");
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === wanted) {
    return;
  }
  // a shell, because npm is a script on Windows; no argument comes from outside
  const npm = spawnSync("npm ci --loglevel=error", { cwd: folder, shell: true, stdio: "inherit" });
  if (npm.status !== 0) {
    fail(
      "`npm ci` failed (see above). The integration tests take the official client of Socket.IO from the npm " +
        "registry: npm must be on the PATH (it comes with Node.js) and must reach the registry that it is configured for.",
    );
  }
  fs.writeFileSync(stamp, wanted);
}

/** A Chromium as the user names it, or as the system has it. */
function chromiumOfThisMachine() {
  for (const variable of ["CHROMIUM", "CHROME_BIN"]) {
    const named = process.env[variable];
    if (named && !fs.existsSync(named)) {
      fail(`The environment variable ${variable} names ${named}, which does not exist.`);
    }
    if (named) {
      return { executable: named, environment: {}, source: variable };
    }
  }
  const suffix = process.platform === "win32" ? ".exe" : "";
  for (const folder of (process.env.PATH ?? "").split(process.platform === "win32" ? ";" : ":")) {
    for (const name of CHROMIUM_NAMES) {
      const file = join(folder, name + suffix);
      if (folder && fs.existsSync(file)) {
        return { executable: file, environment: {}, source: "PATH" };
      }
    }
  }
  return null;
}

/** A Chromium from npm, with the libraries and fonts that it needs. */
async function chromiumFromNpm() {
  if (process.platform !== "linux" || process.arch !== "x64") {
    fail(
      "The integration tests need Chromium or Chrome, and there is none on the PATH. For this system npm has none " +
        "either: install it, or name its executable in the environment variable CHROMIUM.",
    );
  }
  const folder = join(work, "chromium");
  copy(join(source, "chromium"), folder);
  install(folder);
  const unpacked = join(folder, "unpacked");
  if (!fs.existsSync(join(unpacked, "chromium"))) {
    const { unpack } = await import(join(folder, "unpack.mjs"));
    await unpack(join(folder, "node_modules", "@sparticuz", "chromium", "bin"), unpacked);
  }
  return {
    executable: join(unpacked, "chromium"),
    environment: {
      LD_LIBRARY_PATH: join(unpacked, "al2023", "lib"),
      FONTCONFIG_PATH: join(unpacked, "fonts"),
    },
    source: "npm",
  };
}

/** An nginx, wherever it comes from. */
function proxy() {
  try {
    return nginx(join(work, "nginx"));
  } catch (problem) {
    return fail(problem.message);
  }
}

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  fail(`The integration tests need Node.js ${OLDEST_NODE} or later; the \`node\` on the PATH is ${process.version}.`);
}
copy(source, work);
install(work);
const chromium = chromiumOfThisMachine() ?? (await chromiumFromNpm());
fs.writeFileSync(join(work, "chromium.json"), JSON.stringify(chromium, null, 2));
const found = proxy();
fs.writeFileSync(join(work, "nginx.json"), JSON.stringify(found, null, 2));
console.log(`${found.version} by ${found.source}: ${found.executable}`);
console.log(`Node.js ${process.version}, Chromium by ${chromium.source}: ${chromium.executable}`);
