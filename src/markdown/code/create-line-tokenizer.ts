/** Lines of code to tokens. A line that was met before in the same state of its grammar is not tokenised again. */
import type { HighlighterCore } from "shiki/core";
import { EncodedTokenMetadata, type StateStack, type StateStackImpl } from "shiki/textmate";
import type { Token } from "./code-tokens.js";
import type { PairOfThemes } from "./pair-of-themes.js";

export type Grammar = ReturnType<HighlighterCore["getLanguage"]>;

export interface TokenizedLine {
  readonly tokens: readonly Token[];
  /** In which the next line begins. */
  readonly stateAfter: StateStack;
}

export interface LineTokenizer {
  /** A block begins with `INITIAL`. `time` when the line took longer than that, in milliseconds. */
  tokenizeLine(line: string, state: StateStack, longestMs: number): TokenizedLine | "time";
}

/** In code units of lines that are remembered: some megabytes of tokens. */
const MOST_REMEMBERED = 100_000;

/** What a grammar makes of a line depends on nothing but the line and the state in which it begins. */
export function createLineTokenizer(grammar: Grammar, findLooks: PairOfThemes["findLooks"]): LineTokenizer {
  let known = new Map<StateStack, Map<string, TokenizedLine>>();
  let states = createStateTable();
  let remembered = 0;
  const remember = (line: string, state: StateStack, tokenized: TokenizedLine): void => {
    if (remembered > MOST_REMEMBERED) [known, states, remembered] = [new Map(), createStateTable(), 0];
    const lines = known.get(state) ?? new Map<string, TokenizedLine>();
    known.set(state, lines.set(line, tokenized));
    remembered += line.length;
  };
  return {
    tokenizeLine(line, state, longestMs) {
      const before = known.get(state)?.get(line);
      if (before !== undefined) return before;
      const { tokens, ruleStack, stoppedEarly } = grammar.tokenizeLine2(line, state, longestMs);
      if (stoppedEarly) return "time";
      const tokenized = { tokens: readTokens(line, tokens, findLooks), stateAfter: states.find(ruleStack) };
      remember(line, state, tokenized);
      return tokenized;
    },
  };
}

interface StateTable {
  /** The one object for all states that are the same. */
  find(state: StateStack): StateStack;
}

/** A grammar makes new objects for the states of each block. */
function createStateTable(): StateTable {
  const states = new Map<string, StateStack>();
  const descriptions = new WeakMap<StateStack, string>();
  /** Of all that a grammar can see of a state: its rules, and the scopes that they are in. */
  const describe = (state: StateStackImpl): string => {
    const known = descriptions.get(state);
    if (known !== undefined) return known;
    const outer = state.parent === null ? "" : describe(state.parent);
    const description = `${outer}${JSON.stringify(state.toStateStackFrame())}\n`;
    descriptions.set(state, description);
    return description;
  };
  return {
    find(state) {
      const description = describe(state as StateStackImpl);
      const same = states.get(description);
      if (same === undefined) states.set(description, state);
      return same ?? state;
    },
  };
}

/** Two numbers for each token: where it starts, and what it is. */
function readTokens(line: string, tokens: Uint32Array, findLooks: PairOfThemes["findLooks"]): Token[] {
  const read: Token[] = [];
  for (let index = 0; index < tokens.length; index += 2) {
    const start = tokens[index] ?? 0;
    const end = tokens[index + 2] ?? line.length;
    if (start === end) continue;
    const metadata = tokens[index + 1] ?? 0;
    const looks = findLooks(
      EncodedTokenMetadata.getForeground(metadata),
      EncodedTokenMetadata.getBackground(metadata),
    );
    read.push({ text: line.slice(start, end), light: looks.light, dark: looks.dark });
  }
  return read;
}
