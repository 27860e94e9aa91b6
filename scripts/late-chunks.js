// Modules of ours that others load late, by `require("./x.js")` or as a thread's `new URL("./x.js", import.meta.url)`,
// become files of the bundle with their own name. All files of the bundle lie in one folder, so that `./x.js` is right in
// whichever of them the call ends up.
import path from "node:path";

/** What stands before the path of a module that is loaded late; the bundler renames what two modules call `require`. */
const LATE = /\b(require(?:\$\d+)?\(|new URL\()(["`])(\.{1,2}\/[^"`]*)\2/g;

/** Packages by their names; those whose names are computed are only asked for their manifests. */
const PACKAGE = /\brequire\(["`]([^."`][^"`]*)["`]/g;

/** What stays right when a module moves to another folder: looking for packages, and what became a file of the bundle. */
const MOVABLE = /\bcreateRequire\(import\.meta\.url\)|\bnew URL\("\.\/[^"/]+", import\.meta\.url\)/g;

/** The one module that may ask where it is: it looks upwards. */
const FINDER = path.join("util", "package-dir.js");

/** The plugin of Rolldown that makes them files. `lib` is the folder of the compiled modules. */
export function createLateChunks(lib, isExternal) {
  const ids = new Map();
  return {
    name: "late-chunks",
    transform(code, id) {
      if (!id.startsWith(lib + path.sep)) return null;
      const bundled = code.replace(LATE, (_call, opening, quote, specifier) => {
        const late = path.resolve(path.dirname(id), specifier);
        const fileName = path.basename(late);
        const known = ids.get(fileName);
        if (known !== undefined && known !== late)
          throw new Error(`Two modules that are loaded late have one name: ${known}, ${late}`);
        if (known === undefined) this.emitFile({ type: "chunk", id: late, fileName });
        ids.set(fileName, late);
        return `${opening}${quote}./${fileName}${quote}`;
      });
      assertMovable(bundled, id, isExternal);
      return bundled;
    },
  };
}

/** Throws when a module of ours would load another copy of what is in the bundle, or look for a file beside itself. */
function assertMovable(code, id, isExternal) {
  for (const [call, name] of code.matchAll(PACKAGE))
    if (!name.startsWith("node:") && !isExternal(name))
      throw new Error(
        `${id}: ${call}) loads a package that is in the bundle: let a module of ours hand it on`,
      );
  if (!id.endsWith(path.sep + FINDER) && /\bimport\.meta\b/.test(code.replace(MOVABLE, "")))
    throw new Error(`${id} asks where it is, which is another place in the bundle: see ${FINDER}`);
}

/** The files that a chunk loads late. */
export function listLateFiles(code) {
  return Array.from(code.matchAll(LATE), ([, , , specifier]) => specifier.slice("./".length));
}
