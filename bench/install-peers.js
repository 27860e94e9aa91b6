/**
 * Installs what the reference and the peers need, exactly as their lock files say and without install scripts.
 *
 *   node bench/install-peers.js [eleventy hexo astro]
 */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

const peers = path.join(import.meta.dirname, "peers");
const installable = readdirSync(peers).filter((name) => existsSync(path.join(peers, name, "package.json")));
const names = process.argv.length > 2 ? process.argv.slice(2) : installable;
const unknown = names.filter((name) => !installable.includes(name));

if (unknown.length > 0) {
  console.error(`Nothing to install for ${unknown.join(", ")}; there are ${installable.join(", ")}`);
  process.exitCode = 2;
} else {
  for (const folder of [import.meta.dirname, ...names.map((name) => path.join(peers, name))]) {
    console.log(`Installing ${path.relative(path.dirname(import.meta.dirname), folder)}`);
    const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: folder,
      stdio: "inherit",
      shell: process.platform === "win32",
    });
    if (status !== 0) process.exitCode = 1;
  }
}
