// gray-matter brings readers of other languages, one of which runs front matter as a program, and a YAML parser. Postulate
// always gives it engines of its own (src/content/split-front-matter.ts), so none of them is needed in the bundle.
import path from "node:path";

const ENGINES = path.join("gray-matter", "lib", "engines.js");

/** The plugin of Rolldown that leaves them out. */
export function leaveOutEngines() {
  let isMet = false;
  return {
    name: "leave-out-engines",
    load(id) {
      if (!id.endsWith(path.sep + ENGINES)) return null;
      isMet = true;
      return "module.exports = {};";
    },
    buildEnd() {
      if (!isMet) throw new Error(`There is no ${ENGINES} any more to be left out of the bundle`);
    },
  };
}
