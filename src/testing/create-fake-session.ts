/** A build for tests of what stands around it: each text file of the source becomes the output of the same path. */
import path from "node:path";
import type { BuildOptions, BuildResult, BuildSession } from "../build/build-types.js";
import type { SiteConfig } from "../model/config.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { CopiedFile, Output } from "../model/output.js";
import { readFiles } from "./temporary-folder.js";

export interface FakeSession extends BuildSession {
  /** The options of all builds so far. */
  readonly builds: readonly BuildOptions[];
  /** The most builds that ran at the same time. */
  readonly mostAtOnce: () => number;
}

/**
 * A file that holds `ERROR` or `WARNING` gets such a diagnostic, one that holds `CRASH` breaks the build with an
 * exception. `_config.yml` may hold `baseurl: …`. Binary endings are copied.
 */
export function createFakeSession(buildMs = 0): FakeSession {
  const builds: BuildOptions[] = [];
  let running = 0;
  let mostAtOnce = 0;
  return {
    builds,
    rebuildPage: async () => null,
    close: () => [],
    mostAtOnce: () => mostAtOnce,
    async build(options) {
      builds.push(options);
      mostAtOnce = Math.max(mostAtOnce, ++running);
      try {
        const files = readFiles(options.sourceDir);
        await new Promise((resolve) => setTimeout(resolve, buildMs));
        return buildFake(options, files);
      } finally {
        running--;
      }
    },
  };
}

function buildFake(options: BuildOptions, files: Readonly<Record<string, string>>): BuildResult {
  const outputs = new Map<string, Output & { readonly content: string | CopiedFile }>();
  const diagnostics: Diagnostic[] = [];
  for (const [file, text] of Object.entries(files)) {
    if (text.includes("CRASH")) throw new Error(`crashed on ${file}`);
    diagnostics.push(...findMarks(file, text));
    if (file.startsWith("_") || file.startsWith("dist/")) continue;
    const content = /\.(?:png|bin)$/.test(file)
      ? { copyFrom: path.join(options.sourceDir, file), stamp: null, foundStamp: "" }
      : text;
    outputs.set(file, { path: file, content, source: file });
  }
  const ok = diagnostics.every(({ severity }) => severity !== "error");
  const isWritten = options.write && (ok || options.keepGoing);
  const baseurl = options.overrides.baseurl ?? /^baseurl: (.*)$/m.exec(files["_config.yml"] ?? "")?.[1] ?? "";
  return {
    ok,
    write: isWritten ? { written: [...outputs.keys()], unchanged: 4, removed: ["old.html"] } : null,
    summary: { posts: outputs.size, pages: 1, categories: 2, tags: 0, formulas: 1432, codeBlocks: 1 },
    diagnostics,
    skipped: [
      { path: "_drafts/later.md", reason: "draft", explanation: "it is a draft; build with --drafts" },
    ],
    config: { baseurl } as SiteConfig,
    destinationDir: options.destinationDir ?? path.join(options.sourceDir, "dist"),
    outputs,
    read: async ({ path: file }) => outputs.get(file)?.content ?? "",
    elapsedMs: 1234,
    profile: {
      steps: [{ name: "render", ms: 1200 }],
      loaded: [{ name: "MathJax", ms: 456.7 }],
      slowest: {
        post: [{ name: "a.md", ms: 12.3 }],
        formula: [{ name: "x^2", ms: 3.21, path: "a.md" }],
        code: [],
      },
      reasons: new Map([["a.html", "its text changed"]]),
    },
  };
}

function findMarks(file: string, text: string): readonly Diagnostic[] {
  return text.split("\n").flatMap((lineText, index) =>
    (["error", "warning"] as const).flatMap((severity): readonly Diagnostic[] => {
      const column = lineText.indexOf(severity.toUpperCase());
      if (column === -1) return [];
      const place = { path: file, line: index + 1, column: column + 1, length: severity.length, lineText };
      return [
        {
          code: `fake-${severity}`,
          severity,
          message: `"<b>${severity}</b>" is here`,
          hint: "Take it out",
          place,
        },
      ];
    }),
  );
}
