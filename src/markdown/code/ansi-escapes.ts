/** Terminal output with colours: its escape sequences. */

/** The escape character, which editors do not show, may be written as `␛`, `\e`, `\x1b`, `\033` or `\u001b`. */
export function readEscapes(code: string): string {
  return code.replace(/(?:␛|\\(?:e|x1[bB]|033|u001[bB]))(?=\[)/g, "\u001b");
}

/** The text as a terminal would show it. */
export function removeEscapes(code: string): string {
  return readEscapes(code).replace(ESCAPES, "");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what this is about.
const ESCAPES = /\u001b(?:\[[0-?]*[ -/]*[@-~])?/g;
