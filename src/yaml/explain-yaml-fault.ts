/** What an author most likely did wrong where YAML stops making sense, in words for people who write blogs. */
import {
  explainAfterBracket,
  explainIndentation,
  explainIndented,
  explainKey,
  explainNoColon,
  explainOpenBracket,
  explainStray,
  explainTab,
} from "./explain-structure.js";
import {
  explainAfterQuote,
  explainBraces,
  explainColon,
  explainEscape,
  explainMarker,
  explainOpenQuote,
  explainStart,
} from "./explain-texts.js";
import {
  type Explainer,
  explainAt,
  lineFrom,
  type ParserFault,
  type Scene,
  type YamlExplanation,
} from "./yaml-explanation.js";

/** Each looks for one kind of slip; the first that finds it speaks. */
const EXPLAINERS: readonly Explainer[] = [
  explainBraces,
  explainTab,
  explainOpenQuote,
  explainStart,
  explainKey,
  explainEscape,
  explainMarker,
  explainColon,
  explainAfterQuote,
  explainAfterBracket,
  explainOpenBracket,
  explainNoColon,
  explainIndented,
  explainIndentation,
  explainStray,
];

/** Finds the likely cause of a fault. The last resort repeats what the parser said. */
export function explainYamlFault(text: string, fault: ParserFault): YamlExplanation {
  const lineStart = text.lastIndexOf("\n", fault.offset - 1) + 1;
  const scene: Scene = { fault, text, line: lineFrom(text, lineStart), lineStart };
  for (const explain of EXPLAINERS) {
    const explanation = explain(scene);
    if (explanation !== null) return explanation;
  }
  const { message } = fault;
  return explainAt(
    fault.offset,
    1,
    `${message.charAt(0).toLowerCase()}${message.slice(1)}`,
    "Put the value in double quotes if it holds any of the characters : # [ ] { } & * ! | > ' \" % @ `",
  );
}
