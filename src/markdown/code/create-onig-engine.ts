/**
 * Oniguruma, the engine of grammars' regular expressions, from the WebAssembly file that Shiki brings. Shiki's own way to
 * it is asynchronous; this one is there at once, so that it can be loaded in the middle of a text, for the first block of
 * code that needs it.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { RegexEngine } from "shiki/core";
import { loadEngine, type PieceStore } from "../piece-store.js";
import { createOnigMemory } from "./onig-memory.js";
import { createOnigScanner } from "./onig-scanner.js";
import { OnigText } from "./onig-text.js";

const require = createRequire(import.meta.url);

/** What loading a grammar is called. */
export const SHIKI_GRAMMARS = "Shiki's grammars";

/**
 * A grammar's patterns are compiled when a line first needs them, which takes a hundred times as long as the line:
 * `pieces` are told of it as of the rest of its loading.
 */
export function createOnigEngine(pieces?: PieceStore): RegexEngine {
  const memory = createOnigMemory(readFileSync(require.resolve("shiki/onig.wasm")));
  let lastId = 0;
  const createString = (content: string): OnigText => {
    lastId += 1;
    return new OnigText(memory, content, lastId);
  };
  return {
    createString,
    createScanner: (patterns) =>
      loadEngine(pieces, SHIKI_GRAMMARS, () =>
        createOnigScanner(
          memory,
          createString,
          patterns.map((pattern) => (typeof pattern === "string" ? pattern : pattern.source)),
        ),
      ),
  };
}
