/** `npm test`: runs every compiled test file, or those whose path holds one of the words given. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { compareText } from "../util/text.js";
import { CHROMIUM_ADVICE, ensureChromium } from "./find-chromium.js";

const compiledDir = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const words = process.argv.slice(2);
const files = readdirSync(compiledDir, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.js"))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort(compareText)
  .map((file) => path.join(compiledDir, file));

if (files.length === 0) {
  console.error("No test file was found: compile first, and check the words given.");
  process.exitCode = 1;
} else {
  const needsBrowser = files.some((file) => file.endsWith(".browser.test.js"));
  const chromium = needsBrowser ? ensureChromium() : null;
  if (needsBrowser && chromium === null) console.error(CHROMIUM_ADVICE);
  const { status } = spawnSync(process.execPath, ["--test", ...files], {
    stdio: "inherit",
    env: { ...process.env, ...(chromium === null ? {} : { CHROME_PATH: chromium }) },
  });
  process.exitCode = status ?? 1;
}
