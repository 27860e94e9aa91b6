/** What can go wrong in `markdown/`. */
import { row, suggest } from "../row.js";

interface UnclosedMath {
  readonly opening: string;
  readonly closing: string;
}

interface TexError {
  /** MathJax's words. */
  readonly message: string;
  readonly suggestion: string | undefined;
}

interface UnknownLanguage {
  readonly language: string;
  readonly nearest: string | undefined;
}

export const markdownCatalogue = {
  "math-unclosed": row<UnclosedMath>(
    "error",
    ({ opening, closing }) => `"${opening}" opens a formula that no "${closing}" closes`,
    ({ opening, closing }) =>
      `Close it with "${closing}" in the same paragraph or before the next block; to show "${opening}" itself, put it in backticks.`,
  ),
  "math-unclosed-inline": row<UnclosedMath>(
    "warning",
    ({ opening, closing }) => `"${opening}" opens a formula that no "${closing}" closes in its paragraph`,
    ({ opening, closing }) => `Close it with "${closing}"; to show "${opening}" itself, put it in backticks.`,
  ),
  "math-tex-error": row<TexError>(
    "warning",
    ({ message }) => `MathJax cannot read this formula: ${message}`,
    ({ suggestion }) =>
      suggest(suggestion, "Correct the TeX, or define what is missing under `math.macros` in _config.yml."),
  ),
  "math-label-unknown": row<{ readonly label: string; readonly nearest: string | undefined }>(
    "warning",
    ({ label }) => `No equation of this text has the label "${label}"`,
    ({ nearest }) => suggest(nearest, "Put `\\label{…}` with this name into the equation that is meant."),
  ),
  "math-label-unnumbered": row<{ readonly label: string }>(
    "warning",
    ({ label }) => `The equation with the label "${label}" has no number that a reference could show`,
    () => "Give it one with `\\tag{…}`, or number equations with `math.tags: ams` in _config.yml.",
  ),
  "math-label-repeated": row<{ readonly label: string }>(
    "warning",
    ({ label }) => `The label "${label}" stands in two places, and references lead to the first of them`,
    () => "Rename one of the two.",
  ),
  "code-fence-unclosed": row<{ readonly fence: string }>(
    "error",
    ({ fence }) => `"${fence}" opens a code block that is never closed, so all text after it becomes code`,
    ({ fence }) => `Put a line with "${fence}" after the code.`,
  ),
  "code-unknown-language": row<UnknownLanguage>(
    "warning",
    ({ language }) => `No grammar is known for the code language "${language}", so this block has no colours`,
    ({ nearest }) => suggest(nearest, 'Leave the language out, or write "text".'),
  ),
};
