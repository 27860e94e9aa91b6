/** Finds a Chromium for the browser tests, or installs Debian's where that is possible. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";

const COMMAND_NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "microsoft-edge-stable",
  "chrome.exe",
];

const USUAL_PATHS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** What to tell a person when `ensureChromium` found none. */
export const CHROMIUM_ADVICE =
  "The browser tests need Chromium, Chrome or Edge, and none was found. Install one " +
  "(Debian and Ubuntu: apt-get install chromium; macOS: brew install --cask chromium), " +
  "or set CHROME_PATH to the program's path, and run the tests again.";

/** The program's path: CHROME_PATH, else on PATH, else where it is usually installed. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  if (environment.CHROME_PATH) return isProgram(environment.CHROME_PATH) ? environment.CHROME_PATH : null;
  const folders = (environment.PATH ?? "").split(path.delimiter).filter((folder) => folder !== "");
  const onPath = COMMAND_NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...onPath, ...USUAL_PATHS].find(isProgram) ?? null;
}

/** Like `findChromium`, but installs Debian's package when there is none and this process may do so. */
export function ensureChromium(): string | null {
  return findChromium() ?? (installDebianChromium() ? findChromium() : null);
}

function installDebianChromium(): boolean {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync("/usr/bin/apt-get")) return false;
  console.error("No Chromium found: installing Debian's chromium package for the browser tests.");
  const run = (...words: string[]): boolean =>
    spawnSync("apt-get", words, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status === 0;
  return run("update") && run("install", "--yes", "--no-install-recommends", "chromium");
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
