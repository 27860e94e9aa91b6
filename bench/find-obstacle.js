/** Whether a competitor can run on this machine. */
import { existsSync } from "node:fs";
import path from "node:path";

const BENCH = import.meta.dirname;

/** Why it cannot take part here; `null` when it can. */
export function findObstacle({ name, folder, program }) {
  if (program !== undefined)
    return isOnPath(program) ? null : `${program} is not installed (the Debian package is called ${program})`;
  if (name === "postulate" && !existsSync(path.join(BENCH, "..", "lib", "cli", "main.js")))
    return "lib/ is not there: npm run compile";
  const modules =
    folder === null ? path.join(BENCH, "node_modules") : path.join(BENCH, "peers", folder, "node_modules");
  return existsSync(modules) ? null : "not installed: node bench/install-peers.js";
}

function isOnPath(program) {
  return (process.env.PATH ?? "")
    .split(path.delimiter)
    .some((folder) => existsSync(path.join(folder, program)));
}
