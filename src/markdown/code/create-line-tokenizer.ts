/** Lines of code to tokens. A line that was met before in the same state of its grammar is not tokenised again. */
import type { HighlighterCore } from "shiki/core";
import { EncodedTokenMetadata, type StateStack, type StateStackImpl } from "shiki/textmate";
import { copyText } from "../../util/copy-text.js";
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
      const own = copyText(line);
      const tokenized = { tokens: readTokens(own, tokens, findLooks), stateAfter: states.find(ruleStack) };
      remember(own, state, tokenized);
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
  const states = new Map<number, StateStackImpl[]>();
  return {
    find(given) {
      const state = given as StateStackImpl;
      const { depth } = state;
      const alike = states.get(depth) ?? [];
      const same = alike.find((other) => other.equals(state) && hasSameFrames(other, state));
      if (same !== undefined) return same;
      states.set(depth, [...alike, state]);
      return state;
    },
  };
}

/** What `equals` passes over: the scopes of the frames around, and whether a rule took the end of its line. */
function hasSameFrames(left: StateStackImpl | null, right: StateStackImpl | null): boolean {
  if (left === right) return true;
  if (left === null || right === null) return false;
  return (
    left.beginRuleCapturedEOL === right.beginRuleCapturedEOL &&
    hasSameScopes(left.nameScopesList, right.nameScopesList) &&
    hasSameScopes(left.contentNameScopesList, right.contentNameScopesList) &&
    hasSameFrames(left.pop(), right.pop())
  );
}

type Scopes = StateStackImpl["nameScopesList"];

function hasSameScopes(left: Scopes, right: Scopes): boolean {
  return left === null || right === null ? left === right : left.equals(right);
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
