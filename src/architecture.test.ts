/** Holds the table of layers in docs/architecture.md against the imports in the code. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const sourceDir = path.join(root, "src");

/** `import … from "x"` and `export … from "x"`, also over lines; `import "x"`; `import("x")`; `require(`x/…`)`. */
const RE_IMPORT =
  /^(?:import|export|\})[^"'`;]*\bfrom "([^"]+)"|^import "([^"]+)"|\bimport\("([^"]+)"\)|\brequire\(["`]([^"`]+)["`]\)/gm;

interface Layer {
  readonly level: number;
  readonly folder: string;
  /** Names of folders and numbers of whole levels. */
  readonly mayImport: readonly string[];
}

/** The rows `| 2 | `markdown/` | … | 0, 1 |` of the page. */
function readLayers(): readonly Layer[] {
  const page = readFileSync(path.join(root, "docs", "architecture.md"), "utf8");
  const rows = [...page.matchAll(/^\| (\d) \| `(\w+)\/` \|.*\| ([^|]+) \|$/gm)];
  return rows.map(([, level = "", folder = "", may = ""]) => ({
    level: Number(level),
    folder,
    mayImport: [...may.matchAll(/[\w-]+/g)].map(([word]) => word),
  }));
}

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

function readImports(): { local: Import[]; packages: Import[] } {
  const local: Import[] = [];
  const packages: Import[] = [];
  const files = readdirSync(sourceDir, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll(path.sep, "/"))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.startsWith("testing/"));
  for (const file of files) {
    const text = readFileSync(path.join(sourceDir, file), "utf8");
    const from = file.split("/")[0] ?? "";
    for (const [, ...targets] of text.matchAll(RE_IMPORT)) {
      const target = targets.find((one) => one !== undefined) ?? "";
      if (target.startsWith(".")) {
        const to = path.posix.join(path.posix.dirname(file), target).split("/")[0] ?? "";
        local.push({ file, from, to });
      } else if (!target.startsWith("node:")) {
        const name = target
          .split("/")
          .slice(0, target.startsWith("@") ? 2 : 1)
          .join("/");
        packages.push({ file, from, to: name });
      }
    }
  }
  return { local, packages };
}

test("every folder of the source stands in the table of layers", () => {
  const folders = readdirSync(sourceDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "testing")
    .map((entry) => entry.name)
    .sort();
  assert.deepEqual(
    readLayers()
      .map((layer) => layer.folder)
      .sort(),
    folders,
  );
});

test("a folder imports only itself and what the table of layers allows", () => {
  const layers = readLayers();
  const allowed = new Map(layers.map((layer) => [layer.folder, allowedFolders(layer, layers)]));
  const forbidden = readImports().local.filter(
    ({ from, to }) => from !== to && !(allowed.get(from)?.has(to) ?? false),
  );
  assert.deepEqual(forbidden, []);
});

function allowedFolders(layer: Layer, layers: readonly Layer[]): ReadonlySet<string> {
  const folders = layer.mayImport.flatMap((word) => {
    const range = /^(\d)-(\d)$/.exec(word);
    const [low, high] = range ? [Number(range[1]), Number(range[2])] : [Number(word), Number(word)];
    if (Number.isNaN(low)) return [word];
    return layers.filter(({ level }) => level >= low && level <= high).map(({ folder }) => folder);
  });
  return new Set(folders.filter((folder) => folder !== layer.folder));
}

test("each third-party package has the one home that the architecture page names", () => {
  const page = readFileSync(path.join(root, "docs", "architecture.md"), "utf8");
  const homes = new Map<string, readonly string[]>();
  for (const [, names = "", folders = ""] of page.matchAll(
    /^\| ((?:`[^`]+` ?)+) \| ((?:`\w+\/`(?:, )?)+) \|$/gm,
  )) {
    const list = [...folders.matchAll(/`(\w+)\/`/g)].map(([, folder = ""]) => folder);
    for (const [, name = ""] of names.matchAll(/`([^`]+)`/g)) homes.set(name, list);
  }
  const astray = readImports().packages.filter(({ from, to }) => !(homes.get(to)?.includes(from) ?? false));
  assert.deepEqual(astray, []);
});

test("only the command line talks to the terminal and ends the process", () => {
  const files = readdirSync(sourceDir, { recursive: true, encoding: "utf8" }).filter((file) =>
    /^(?!cli|testing).*(?<!\.test)\.ts$/.test(file),
  );
  const talking = files.filter((file) =>
    /\bconsole\.|process\.exit\b|process\.std(out|err)/.test(
      readFileSync(path.join(sourceDir, file), "utf8"),
    ),
  );
  assert.deepEqual(talking, []);
});
