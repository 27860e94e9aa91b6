// Compiles src/ to an empty lib/, so that a file deleted from src/ leaves nothing behind in lib/.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const typescript = createRequire(import.meta.url).resolve("typescript/package.json");
const compiler = path.join(path.dirname(typescript), "bin", "tsc");

rmSync(path.join(root, "lib"), { recursive: true, force: true });
const { status } = spawnSync(process.execPath, [compiler, "--project", root], { stdio: "inherit" });
process.exitCode = status ?? 1;
