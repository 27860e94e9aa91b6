// The command as few files: what Node has to find, read and compile before a build can begin is most of a small build.
import { builtinModules } from "node:module";
import path from "node:path";
import { rolldown } from "rolldown";
import { collectLicences } from "./collect-licences.js";
import { createLateChunks, listLateFiles } from "./late-chunks.js";
import { leaveOutEngines } from "./leave-out-engines.js";

/**
 * Packages that stay as they are installed: grammars and themes, of which a site needs a few of hundreds; what is large
 * and rarely needed; what loads files of its own.
 */
const EXTERNAL = ["@shikijs/langs", "@shikijs/themes", "chokidar", "sass"];

/** Files that the program's threads and processes start with: nothing may import them. */
const ENTRIES = ["main.js", "render-thread.js"];

/** Bundles the compiled modules of `lib` into the folder `lib/bundle`. Throws when a file could not find what it needs. */
export async function createBundle(lib, manifest) {
  const folder = path.join(lib, "bundle");
  const bundle = await rolldown({
    input: { main: path.join(lib, "cli", "main.js") },
    platform: "node",
    external: isExternal,
    plugins: [createLateChunks(lib, isExternal), leaveOutEngines(), collectLicences(lib)],
    onLog: (_level, log) => {
      throw new Error(`${log.code}: ${log.message}`);
    },
  });
  const { output } = await bundle.write({
    dir: folder,
    format: "es",
    entryFileNames: "[name].js",
    chunkFileNames: (chunk) => `${nameOf(chunk)}.js`,
  });
  await bundle.close();
  const chunks = output.filter(({ type }) => type === "chunk");
  assertClosed(chunks, Object.keys(manifest.dependencies));
}

/**
 * Throws unless all that the chunks load is of the bundle, of Node or of a package that the manifest asks for. A thread or
 * process waits at the top of its first file, which a `require` of it would not.
 */
function assertClosed(chunks, packages) {
  const files = new Set(chunks.map(({ fileName }) => fileName));
  const isThere = (name) =>
    files.has(name) ||
    builtinModules.includes(name.replace(/^node:/, "")) ||
    (isExternal(name) && packages.includes(packageOf(name)));
  for (const { fileName, imports, dynamicImports, code } of chunks) {
    const entry = imports.find((name) => ENTRIES.includes(name));
    if (entry !== undefined) throw new Error(`${fileName} imports ${entry}, which starts a program`);
    const missing = [...imports, ...dynamicImports, ...listLateFiles(code)].find((name) => !isThere(name));
    if (missing !== undefined) throw new Error(`${fileName} loads ${missing}, which would not be there`);
  }
}

function isExternal(specifier) {
  return EXTERNAL.includes(packageOf(specifier));
}

/** What several files of the bundle share is called after the package that it comes from: stack traces name it. */
function nameOf({ name, moduleIds }) {
  const [, ...paths] = moduleIds.at(-1)?.split(`${path.sep}node_modules${path.sep}`) ?? [];
  const inside = paths.at(-1);
  return inside === undefined ? name : packageOf(inside.replaceAll(path.sep, "/")).replace(/^@(.*)\//, "$1-");
}

function packageOf(specifier) {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
