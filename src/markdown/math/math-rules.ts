/** The style sheet of formulas: what MathJax's own says of what we keep of its output, and what it lacks. */

/** Whatever draws the formulas: the box of each, the MathML behind it, which only screen readers meet, and faults. */
export const COMMON_RULES = `mjx-container { direction: ltr; display: inline-block; position: relative; }
.math-display > mjx-container { display: block; text-align: center; margin: 0.75em 0; }
.math-display > mjx-container[width="full"] { display: flex; }
mjx-container[justify="left"] { text-align: left; }
mjx-container[justify="right"] { text-align: right; }
mjx-container > span { position: absolute; inset: 0 auto auto 0; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.math-display { display: block; overflow-x: auto; overflow-y: hidden; padding: 2px; }
.math-error { border: 1px dashed currentColor; padding: 0 0.25em; white-space: pre-wrap; }
`;

/** What is set as text cannot shrink to a short line: it scrolls there, on the baseline that it has. */
export const TEXT_RULES = `.math-inline:has(> mjx-container, > math) { display: inline-flex; max-width: 100%; }
.math-inline > :is(mjx-container, math) { overflow-x: auto; overflow-y: hidden; }
table .math-inline:has(> *) { max-width: none; }
`;

/** For drawings. */
export const SVG_RULES = `mjx-container > svg { display: inline; overflow: visible; min-width: 1px; min-height: 1px; max-width: none; }
mjx-container > svg { fill: currentColor; stroke: currentColor; stroke-width: 0; }
mjx-container use { stroke-width: 3; }
mjx-container foreignObject { font-family: initial; line-height: normal; overflow: visible; }
${COMMON_RULES}`;
