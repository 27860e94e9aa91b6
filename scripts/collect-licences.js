// The licence texts of the packages whose code went into the bundle, as their licences ask.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const FILE = /^(licen[cs]e|copying)(\.(md|txt|bsd))?$/i;

/** Packages of one repository that come without the licence text that lies at its root. */
const KEPT = new Map([
  ["rehype-mathjax", "remark-math.txt"],
  ["remark-math", "remark-math.txt"],
]);

/** The plugin of Rolldown that adds them as one file, `LICENSES.txt`. Modules of ours lie in `lib`. */
export function collectLicences(lib) {
  return {
    name: "licences",
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => file.moduleIds ?? []);
      const foreign = modules.filter((id) => path.isAbsolute(id) && !id.startsWith(lib + path.sep));
      const texts = [...new Set(foreign.map(findPackage))].map(readLicence).sort();
      this.emitFile({
        type: "asset",
        fileName: "LICENSES.txt",
        source: texts.join(`\n${"-".repeat(80)}\n\n`),
      });
    },
  };
}

/** The folder of the package that a module belongs to: some have manifests without a version in folders below. */
function findPackage(file) {
  for (let dir = path.dirname(file); dir !== path.dirname(dir); dir = path.dirname(dir))
    if (readManifest(dir).version !== undefined) return dir;
  throw new Error(`${file} belongs to no package`);
}

function readManifest(dir) {
  const file = path.join(dir, "package.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

function readLicence(dir) {
  const { name, version, license } = readManifest(dir);
  const own = readdirSync(dir).find((entry) => FILE.test(entry));
  const kept = KEPT.get(name);
  if (own === undefined && kept === undefined)
    throw new Error(`${name} has no licence text, but its code is in the bundle`);
  const file = own === undefined ? new URL(`licences/${kept}`, import.meta.url) : path.join(dir, own);
  return `${name} ${version} (${license})\n\n${readFileSync(file, "utf8").trim()}\n`;
}
