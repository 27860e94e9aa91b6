// Compiles src/ to an empty lib/, so that a file deleted from src/ leaves nothing behind in lib/, bundles the command from
// it, and writes down what stands for the compiled code: a cache that was made by other code is not used.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createBundle } from "./create-bundle.js";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const lib = path.join(root, "lib");
const typescript = createRequire(import.meta.url).resolve("typescript/package.json");
const compiler = path.join(path.dirname(typescript), "bin", "tsc");

rmSync(lib, { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [compiler, "--project", root], { stdio: "inherit" });
process.exitCode = status ?? 1;
if (status === 0) {
  await createBundle(lib, JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")));
  const hash = createHash("sha256");
  for (const file of readdirSync(lib, { recursive: true }).sort()) {
    if (!file.endsWith(".js") || file.endsWith(".test.js")) continue;
    hash.update(`${file}\n`).update(readFileSync(path.join(lib, file)));
  }
  writeFileSync(path.join(lib, "code.hash"), `${hash.digest("hex")}\n`);
}
