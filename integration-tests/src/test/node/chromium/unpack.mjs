// The package ships its files compressed, and unpacks them by itself only where it expects to run.

import * as fs from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { extract } from "tar-fs";

/** Unpacks everything; the executable last, so that its presence means that all is there. */
export async function unpack(from, to) {
  fs.rmSync(to, { recursive: true, force: true });
  fs.mkdirSync(to, { recursive: true });
  for (const [archive, folder] of [
    ["al2023", "al2023"],
    ["fonts", "fonts"],
    ["swiftshader", "."],
  ]) {
    const file = join(from, `${archive}.tar.br`);
    await pipeline(fs.createReadStream(file), createBrotliDecompress(), extract(join(to, folder)));
  }
  // Theirs names folders of another machine, and without any font Chromium crashes.
  fs.writeFileSync(join(to, "fonts", "fonts.conf"), fontConfiguration(join(to, "fonts")));
  const partial = join(to, "chromium.part");
  const file = join(from, "chromium.br");
  await pipeline(fs.createReadStream(file), createBrotliDecompress(), fs.createWriteStream(partial, { mode: 0o755 }));
  fs.renameSync(partial, join(to, "chromium"));
}

function fontConfiguration(folder) {
  const escaped = folder.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escaped}</dir>
  <cachedir>${escaped}/cache</cachedir>
</fontconfig>
`;
}
