// Puts the browser bundle of Socket.IO, as published in the npm package "socket.io", into the jar:
// the files, each also compressed, the licence, and the version. Called by Maven as
//   node bundle.mjs <work folder> <output folder>
// and does nothing if the output is already there. No dependencies.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as zlib from "node:zlib";

const OLDEST_NODE = 20;
const NAMES = ["socket.io.js", "socket.io.min.js", "socket.io.esm.min.js", "socket.io.msgpack.min.js"];
const MANIFEST = ["package.json", "package-lock.json", ".npmrc"];

/** File suffix and compressor of each content coding; each at its best, as it is paid once. */
const CODINGS = {
  ".br": (bytes) =>
    zlib.brotliCompressSync(bytes, {
      params: {
        [zlib.constants.BROTLI_PARAM_MODE]: zlib.constants.BROTLI_MODE_TEXT,
        [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
        [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  ".gz": (bytes) => {
    const gzip = zlib.gzipSync(bytes, { level: 9 });
    gzip[9] = 255; // "unknown" in place of the operating system that built it
    return gzip;
  },
  ".deflate": (bytes) => zlib.deflateSync(bytes, { level: 9 }),
};

const source = dirname(fileURLToPath(import.meta.url));
const [work, output] = process.argv.slice(2);

function fail(message) {
  console.error(message);
  process.exit(1);
}

function fingerprint() {
  const hash = createHash("sha256").update(process.version);
  for (const file of [...MANIFEST, "bundle.mjs"]) {
    hash.update(file).update(fs.readFileSync(join(source, file)));
  }
  return hash.digest("hex");
}

function install() {
  fs.mkdirSync(work, { recursive: true });
  for (const file of MANIFEST) {
    fs.copyFileSync(join(source, file), join(work, file));
  }
  // a shell, because npm is a script on Windows; no argument comes from outside
  const npm = spawnSync("npm ci --loglevel=error", { cwd: work, shell: true, stdio: "inherit" });
  if (npm.status !== 0) {
    fail(
      "`npm ci` failed (see above). The build takes the browser bundle of Socket.IO from the npm registry: " +
        "npm must be on the PATH (it comes with Node.js) and must reach the registry that it is configured for.",
    );
  }
}

function bundle() {
  const npmPackage = join(work, "node_modules", "socket.io");
  fs.rmSync(output, { recursive: true, force: true });
  fs.mkdirSync(output, { recursive: true });
  const { version } = JSON.parse(fs.readFileSync(join(npmPackage, "package.json"), "utf8"));
  fs.writeFileSync(join(output, "client.properties"), `version=${version}\n`);
  fs.copyFileSync(join(npmPackage, "LICENSE"), join(output, "LICENSE"));
  for (const name of NAMES.flatMap((name) => [name, `${name}.map`])) {
    const file = join(npmPackage, "client-dist", name);
    if (name.endsWith(".map") && !fs.existsSync(file)) {
      continue;
    }
    const bytes = fs.readFileSync(file);
    fs.writeFileSync(join(output, name), bytes);
    for (const [suffix, compress] of Object.entries(CODINGS)) {
      fs.writeFileSync(join(output, name + suffix), compress(bytes));
    }
  }
  return version;
}

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  fail(`The build needs Node.js ${OLDEST_NODE} or later; the \`node\` on the PATH is ${process.version}.`);
}
const stamp = join(work, "stamp");
const wanted = fingerprint();
const upToDate =
  fs.existsSync(join(output, "client.properties")) &&
  fs.existsSync(stamp) &&
  fs.readFileSync(stamp, "utf8") === wanted;
if (!upToDate) {
  fs.rmSync(stamp, { force: true });
  install();
  const version = bundle();
  fs.writeFileSync(stamp, wanted);
  console.log(`Bundled the browser client of Socket.IO ${version}`);
}
