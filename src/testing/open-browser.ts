/** A headless Chromium for tests, closed when they are over. */
import { type Browser, chromium } from "playwright-core";
import { CHROMIUM_ADVICE, findChromium } from "./find-chromium.js";
import type { Cleanup } from "./temporary-folder.js";

/** Fails, rather than skips, where there is no browser: a page that nobody looked at is not tested. */
export async function openBrowser(context: Cleanup): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(CHROMIUM_ADVICE);
  // Containers run as root, where Chromium's own sandbox cannot start.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath, args });
  context.after(() => browser.close());
  return browser;
}
