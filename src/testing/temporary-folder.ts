/** Folders for tests: a site written as `{path: text}`, gone when the test is over. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Where a test, or a file of tests, says what to do at its end: `TestContext`, or `{ after }` of `node:test`. */
export interface Cleanup {
  after(finish: () => unknown): void;
}

/** An empty folder that is removed after the test. */
export function createTemporaryFolder(context: Cleanup): string {
  const dir = mkdtempSync(path.join(tmpdir(), "postulate-test-"));
  context.after(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** Writes files below a folder; `null` removes one, or a folder with all that it holds. */
export function writeFiles(dir: string, files: Readonly<Record<string, string | Uint8Array | null>>): void {
  for (const [file, content] of Object.entries(files)) {
    const target = path.join(dir, file);
    if (content === null) {
      rmSync(target, { force: true, recursive: true });
    } else {
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
  }
}

/** Every file below a folder with its text, by path with forward slashes, sorted. Missing folder: nothing. */
export function readFiles(dir: string): Record<string, string> {
  let names: string[];
  try {
    names = readdirSync(dir, { recursive: true, encoding: "utf8" });
  } catch {
    return {};
  }
  const files: Record<string, string> = {};
  for (const name of names.map((one) => one.replaceAll(path.sep, "/")).sort()) {
    try {
      files[name] = readFileSync(path.join(dir, name), "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EISDIR") throw error;
    }
  }
  return files;
}
