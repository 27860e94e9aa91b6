/** The ways to MathJax, each loaded when a formula first needs it: loading takes longer than building a small site. */
import { createRequire } from "node:module";
import type { MathConfig } from "../../model/config.js";
import type { SharedEngine } from "./shared-engine.js";
import type { Macros, TextEngine } from "./typeset-types.js";
import type { WriteFormula } from "./write-formula.js";

export interface LazyEngines {
  /** The one for all texts that define nothing. */
  shared(): SharedEngine;
  /** A new one, for a text with definitions. */
  createFresh(macros: Macros): TextEngine;
}

// Node >= 20.19 can `require` an ES module, which keeps typesetting synchronous; a dynamic import could not.
const require = createRequire(import.meta.url);

export function createLazyEngines(math: MathConfig): LazyEngines {
  let write: WriteFormula | undefined;
  let shared: SharedEngine | undefined;
  const writer = (): WriteFormula => {
    if (write === undefined) {
      const loaded: typeof import("./write-formula.js") = require("./write-formula.js");
      write = loaded.createFormulaWriter(math.output);
    }
    return write;
  };
  return {
    shared() {
      if (shared === undefined) {
        const loaded: typeof import("./shared-engine.js") = require("./shared-engine.js");
        shared = loaded.createSharedEngine(math, writer());
      }
      return shared;
    },
    createFresh(macros) {
      const loaded: typeof import("./fresh-engine.js") = require("./fresh-engine.js");
      return loaded.createFreshEngine(math, macros, writer());
    },
  };
}
