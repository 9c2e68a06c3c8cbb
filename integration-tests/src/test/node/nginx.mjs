// An nginx for the tests behind a proxy: the one that the user names, that of the system, or that
// of the distribution's packages, unpacked without installing it.

import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { delimiter, dirname, join } from "node:path";

/** Where systems put it, which is not on the PATH of everybody. */
const FOLDERS = ["/usr/sbin", "/usr/local/sbin", "/sbin", "/opt/homebrew/bin", "/usr/local/bin"];

const REMEDY =
  "install it by the package manager of your system, or name its executable in the environment variable NGINX.";

function run(command, args, options = {}) {
  return spawnSync(command, args, { encoding: "utf8", ...options });
}

/** What it says of itself, like `nginx/1.22.1`; nothing if it does not run. */
function version(nginx) {
  const said = run(nginx.executable, ["-v"], { env: { ...process.env, ...nginx.environment } });
  return said.status === 0 ? said.stderr.match(/nginx\/[\d.]+/)?.[0] : undefined;
}

/** An nginx as the user names it, or as the system has it. */
function ofThisMachine() {
  const named = process.env.NGINX;
  if (named && !fs.existsSync(named)) {
    throw new Error(`The environment variable NGINX names ${named}, which does not exist.`);
  }
  if (named) {
    return { executable: named, environment: {}, source: "NGINX" };
  }
  const file = process.platform === "win32" ? "nginx.exe" : "nginx";
  const found = [...(process.env.PATH ?? "").split(delimiter), ...FOLDERS]
    .filter((folder) => folder)
    .map((folder) => join(folder, file))
    .find((candidate) => fs.existsSync(candidate));
  return found && { executable: found, environment: {}, source: "the system" };
}

/** Downloads packages by apt, which knows the mirrors, and trusts only what is signed. Needs no root. */
class Apt {
  #folder;
  #own;

  constructor(folder) {
    this.#folder = folder;
    const inside = (name) => {
      fs.mkdirSync(join(folder, name, "partial"), { recursive: true });
      return join(folder, name);
    };
    const sandbox = "APT::Sandbox::User="; // it could not write into this folder
    this.#own = [
      sandbox,
      `Dir::State::lists=${inside("lists")}`,
      `Dir::Cache=${inside("cache")}`,
      `Dir::Cache::archives=${inside("cache/archives")}`,
    ].flatMap((option) => ["-o", option]);
  }

  /** The last words of what could not be done; nothing if it is done. */
  #get(args) {
    const cwd = join(this.#folder, "packages");
    fs.mkdirSync(cwd, { recursive: true });
    const done = run("apt-get", ["-q", ...args], { cwd });
    if (done.error) {
      return `there is no apt-get (${done.error.code})`;
    }
    return done.status === 0 ? undefined : done.stderr.trim() || `apt-get ended with status ${done.status}`;
  }

  /** By the system's lists of packages, and if these are missing or old, by new ones of our own. */
  download(names) {
    if (this.#get(["download", ...names]) === undefined) {
      return;
    }
    const problem = this.#get([...this.#own, "update"]) ?? this.#get([...this.#own, "download", ...names]);
    if (problem !== undefined) {
      throw new Error(problem);
    }
  }

  /** The file of a package that was downloaded. */
  file(name) {
    const folder = join(this.#folder, "packages");
    const file = fs.readdirSync(folder).find((candidate) => candidate.startsWith(`${name}_`));
    return join(folder, file);
  }
}

function dpkg(...args) {
  const done = run("dpkg-deb", args);
  if (done.status !== 0) {
    throw new Error(`dpkg-deb ${args.join(" ")}: ${done.error ?? done.stderr}`);
  }
  return done.stdout;
}

function installed(name) {
  return /^install ok/.test(run("dpkg-query", ["-W", "-f=${Status}", name]).stdout ?? "");
}

/** The folders below this one that have shared libraries. */
function libraries(folder) {
  const files = fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true }) : [];
  return [...new Set(files.filter((file) => /\.so\.\d+$/.test(file)).map((file) => dirname(join(folder, file))))];
}

function fetched(folder) {
  const unpacked = join(folder, "unpacked");
  const path = libraries(unpacked).join(delimiter);
  return {
    executable: join(unpacked, "usr", "sbin", "nginx"),
    environment: path ? { LD_LIBRARY_PATH: path } : {},
    source: "the packages of the distribution",
  };
}

/** The program, and those of its libraries that the system lacks. */
function fetch(folder) {
  const apt = new Apt(folder);
  apt.download(["nginx"]);
  const needed = dpkg("-f", apt.file("nginx"), "Depends")
    .split(/[,|]/)
    .map((dependency) => dependency.trim().split(/[ :(]/)[0])
    .filter((name) => /^(lib|zlib)/.test(name) && !installed(name));
  if (needed.length > 0) {
    apt.download(needed);
  }
  for (const name of ["nginx", ...needed]) {
    dpkg("-x", apt.file(name), join(folder, "unpacked"));
  }
}

/**
 * Finds or fetches one.
 *
 * @param folder where to put what is fetched
 * @throws if there is none; the message has the remedy
 */
export function nginx(folder) {
  const own = ofThisMachine();
  if (own) {
    const is = version(own);
    if (!is) {
      throw new Error(`The integration tests need nginx, and ${own.executable} does not run: ${REMEDY}`);
    }
    return { ...own, version: is };
  }
  let reason = "";
  if (process.platform === "linux" && !version(fetched(folder))) {
    fs.rmSync(folder, { recursive: true, force: true });
    try {
      fetch(folder);
    } catch (problem) {
      reason = ` (${problem.message})`;
    }
  }
  const is = version(fetched(folder));
  if (!is) {
    throw new Error(
      `The integration tests need nginx, and there is none on this machine, ` +
        `nor can it be had from the packages of its distribution${reason}: ${REMEDY}`,
    );
  }
  return { ...fetched(folder), version: is };
}
