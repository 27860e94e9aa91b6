// Modules of ours that others load late, by `require("./x.js")` or as a thread's `new URL("./x.js", import.meta.url)`,
// become files of the bundle with their own name. All files of the bundle lie in one folder, so that `./x.js` is right in
// whichever of them the call ends up.
import path from "node:path";

/** What stands before the path of a module that is loaded late; the bundler renames what two modules call `require`. */
const LATE = /\b(require(?:\$\d+)?\(|new URL\()(["`])(\.{1,2}\/[^"`]*)\2/g;

/** The plugin of Rolldown that makes them files. `lib` is the folder of the compiled modules. */
export function createLateChunks(lib) {
  const ids = new Map();
  return {
    name: "late-chunks",
    transform(code, id) {
      if (!id.startsWith(lib + path.sep)) return null;
      return code.replace(LATE, (_call, opening, quote, specifier) => {
        const late = path.resolve(path.dirname(id), specifier);
        const fileName = path.basename(late);
        const known = ids.get(fileName);
        if (known !== undefined && known !== late)
          throw new Error(`Two modules that are loaded late have one name: ${known}, ${late}`);
        if (known === undefined) this.emitFile({ type: "chunk", id: late, fileName });
        ids.set(fileName, late);
        return `${opening}${quote}./${fileName}${quote}`;
      });
    },
  };
}

/** The files that a chunk loads late. */
export function listLateFiles(code) {
  return Array.from(code.matchAll(LATE), ([, , , specifier]) => specifier.slice("./".length));
}
