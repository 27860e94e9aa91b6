/** The one opening or closing of a formula that has no partner. */
import type { FaultSpan } from "./typeset-types.js";

export type Unbalanced = "open-brace" | "close-brace" | "left" | "right" | "begin" | "end";

interface Open {
  readonly kind: "brace" | "left" | "begin";
  /** An environment's name, or the delimiter of `\left`. */
  readonly name: string;
  readonly span: FaultSpan;
}

/** Comments, commands with an environment's name, other commands, braces. */
const TOKENS = /%[^\n]*|\\(?:begin|end)\s*\{([^{}]*)\}|\\[A-Za-z]+|\\[\s\S]|[{}]/g;

/** The first that has no partner of its kind; for openings, the innermost one that is still open when it matters. */
export function findUnbalanced(tex: string, kind: Unbalanced): FaultSpan | undefined {
  const open: Open[] = [];
  const found: { readonly kind: Unbalanced; readonly span: FaultSpan }[] = [];

  const close = (opening: Open["kind"], name: string, closing: Unbalanced, span: FaultSpan): void => {
    const last = open.at(-1);
    const exact = open.findLastIndex((one) => one.kind === opening && one.name === name);
    // `\left[` and `\right)` may be partners; where another one fits better, that one is.
    const partner =
      exact < 0 && opening === "left" ? open.findLastIndex((one) => one.kind === opening) : exact;
    if (partner < 0 || (opening !== "brace" && hasBraceAbove(open, partner))) {
      found.push({ kind: closing, span });
      if (opening === "begin" && last?.kind === "begin") open.pop();
      return;
    }
    // Where the partner lies below others, those others are what was never closed.
    for (const { kind: lost, span: where } of open.splice(partner).slice(1)) {
      found.push({ kind: lost === "brace" ? "open-brace" : lost, span: where });
    }
  };

  for (const match of tex.matchAll(TOKENS)) {
    const [token, name = ""] = match;
    const span = { start: match.index, length: token.length };
    if (token === "{") open.push({ kind: "brace", name: "", span });
    else if (token === "}") close("brace", "", "close-brace", span);
    else if (token.startsWith("\\begin")) open.push({ kind: "begin", name, span });
    else if (/^\\end\s*\{/.test(token)) close("begin", name, "end", span);
    else if (token === "\\left") open.push({ kind: "left", name: delimiterBehind(tex, span), span });
    else if (token === "\\right") close("left", delimiterBehind(tex, span), "right", span);
  }
  for (const { kind: lost, span } of open) found.push({ kind: lost === "brace" ? "open-brace" : lost, span });
  return found.find((one) => one.kind === kind)?.span;
}

function hasBraceAbove(open: readonly Open[], index: number): boolean {
  return open.slice(index + 1).some(({ kind }) => kind === "brace");
}

const CLOSINGS: Readonly<Record<string, string>> = {
  "(": ")",
  "[": "]",
  "\\{": "\\}",
  "\\langle": "\\rangle",
};

/** The delimiter behind `\left` or `\right`; of an opening one, its partner. */
function delimiterBehind(tex: string, { start, length }: FaultSpan): string {
  const delimiter = /^\s*(\\[A-Za-z]+|\\?.)/s.exec(tex.slice(start + length))?.[1] ?? "";
  return CLOSINGS[delimiter] ?? delimiter;
}
