/** What can go wrong in `markdown/`. */
import { countOf } from "../../util/text.js";
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

interface UnknownStatement {
  readonly word: string;
  readonly kinds: readonly string[];
  readonly nearest: string | undefined;
}

export const markdownCatalogue = {
  "math-unclosed": row<UnclosedMath>(
    "error",
    ({ opening, closing }) => `"${opening}" opens a formula that no "${closing}" closes`,
    ({ opening, closing }) =>
      `Close it with "${closing}" in the same paragraph or before the next block; to show "${opening}" itself, put it in backticks`,
  ),
  "math-unclosed-inline": row<UnclosedMath>(
    "warning",
    ({ opening, closing }) => `"${opening}" opens a formula that no "${closing}" closes in its paragraph`,
    ({ opening, closing }) => `Close it with "${closing}"; to show "${opening}" itself, put it in backticks`,
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
    () => "Give it one with `\\tag{…}`, or number equations with `math.tags: ams` in _config.yml",
  ),
  "math-label-repeated": row<{ readonly label: string }>(
    "warning",
    ({ label }) => `The label "${label}" stands in two places, and references lead to the first of them`,
    () => "Rename one of the two",
  ),
  "code-fence-unclosed": row<{ readonly fence: string }>(
    "error",
    ({ fence }) => `"${fence}" opens a code block that is never closed, so all text after it becomes code`,
    ({ fence }) => `Put a line with "${fence}" after the code`,
  ),
  "code-unknown-language": row<UnknownLanguage>(
    "warning",
    ({ language }) => `No grammar is known for the code language "${language}", so this block has no colours`,
    ({ nearest }) => suggest(nearest, 'Leave the language out, or write "text".'),
  ),
  "code-unknown-option": row<{ readonly name: string; readonly nearest: string | undefined }>(
    "warning",
    ({ name }) => `"${name}" is no option of a code block, so it does nothing`,
    ({ nearest }) =>
      suggest(
        nearest,
        'Take it out. Options are title="…", {2,5-7}, linenos, start=5, diff, ins={…}, del={…}, focus={…}, error={…}, warning={…} and /word/',
      ),
  ),
  "code-option-value": row<{ readonly option: string; readonly expected: string }>(
    "warning",
    ({ option }) => `The value in "${option}" cannot be read, so the option does nothing`,
    ({ expected }) => `Write ${expected}`,
  ),
  "code-line-outside": row<{ readonly line: number; readonly lines: number }>(
    "warning",
    ({ line, lines }) => `Line ${line} is to be marked, but the block has ${countOf(lines, "line")}`,
    () => "Lines are counted from 1, at the start of the block, whatever its line numbers show",
  ),
  "code-unknown-notation": row<{ readonly notation: string; readonly nearest: string | undefined }>(
    "warning",
    ({ notation }) => `"${notation}" marks nothing, and is taken out of the code`,
    ({ nearest }) =>
      suggest(
        nearest,
        "Write ++, --, highlight, focus, error, warning or word:x; to show the notation itself, write [\\!code …]",
      ),
  ),
  "code-too-long": row<{ readonly reason: string }>(
    "warning",
    ({ reason }) => `This code has no colours, since ${reason}`,
    () => 'Break the line, show less of it, or write "text" as its language',
  ),
  "alert-unknown": row<{ readonly word: string; readonly nearest: string | undefined }>(
    "warning",
    ({ word }) => `"[!${word}]" is no kind of alert, so this stays a quotation that begins with it`,
    ({ nearest }) =>
      suggest(
        nearest === undefined ? undefined : `[!${nearest}]`,
        "Write [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION]",
      ),
  ),
  "statement-unknown": row<UnknownStatement>(
    "warning",
    ({ word }) => `":::" opens a block of the kind "${word}", which is none, so the colons stay in the text`,
    ({ nearest, kinds }) => suggest(nearest, `The kinds are: ${kinds.join(", ")}.`),
  ),
  "statement-unclosed": row<UnknownStatement>(
    "error",
    ({ word }) => `":::" opens a ${word} that no ":::" closes, so the colons stay in the text`,
    () => 'Put a line with ":::" after its last line, in the same list item or quotation',
  ),
  "image-alt-missing": row<{ readonly url: string }>(
    "warning",
    ({ url }) => `The image "${url}" has no alternative text, so that some readers get nothing`,
    () => 'Say in the brackets what it shows; if it is only decoration, write {: alt=""} right behind it',
  ),
  "link-without-text": row<{
    readonly url: string;
    readonly isKnown: boolean;
    readonly nearest: string | undefined;
  }>(
    "warning",
    ({ url, isKnown }) =>
      isKnown
        ? `The link to "${url}" has no text, and what it leads to has no name to show`
        : `The link to "${url}" has no text, and nothing on this page has that id`,
    ({ nearest }) =>
      suggest(
        nearest === undefined ? undefined : `#${nearest}`,
        "Write a text in the brackets; only theorem-like blocks and headings name themselves",
      ),
  ),
};
