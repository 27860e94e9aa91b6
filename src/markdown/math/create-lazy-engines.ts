/** The ways to MathJax, each loaded when a formula first needs it: loading takes longer than building a small site. */
import { createRequire } from "node:module";
import type { MathConfig } from "../../model/config.js";
import { loadEngine, type PieceStore } from "../piece-store.js";
import { postpone } from "../postpone.js";
import { loadMathOutput } from "./load-math-output.js";
import type { SharedEngine } from "./shared-engine.js";
import type { Macros, TextEngine } from "./typeset-types.js";

export interface LazyEngines {
  /** The one for all texts that define nothing. */
  shared(): SharedEngine;
  /** A new one, for a text with definitions. */
  createFresh(macros: Macros): TextEngine;
}

// Node >= 20.19 can `require` an ES module, which keeps typesetting synchronous; a dynamic import could not.
const require = createRequire(import.meta.url);

/** `pieces` are told how long loading takes. */
export function createLazyEngines(math: MathConfig, pieces?: PieceStore): LazyEngines {
  const output = postpone(() => loadMathOutput(math.output));
  const shared = postpone(() =>
    loadEngine(pieces, "MathJax", () => {
      const loaded: typeof import("./shared-engine.js") = require("./shared-engine.js");
      return loaded.createSharedEngine(math, output());
    }),
  );
  const fresh = postpone(() =>
    loadEngine(pieces, "MathJax for texts with definitions", () => {
      const loaded: typeof import("./fresh-engine.js") = require("./fresh-engine.js");
      output().loadRehypePlugin();
      return loaded;
    }),
  );
  return {
    shared,
    createFresh: (macros) => fresh().createFreshEngine(math, macros, output()),
  };
}
