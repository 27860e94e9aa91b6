/** The style sheet of formulas: what MathJax's own says of what we keep of its output, and what it lacks. */
export const MATH_RULES = `mjx-container { direction: ltr; display: inline-block; position: relative; }
mjx-container > svg { display: inline; overflow: visible; min-width: 1px; min-height: 1px; max-width: none; }
mjx-container > svg > g { fill: currentColor; stroke: currentColor; stroke-width: 0; }
mjx-container use { stroke-width: 3; }
mjx-container foreignObject { font-family: initial; line-height: normal; overflow: visible; }
mjx-container[display="true"] { display: block; text-align: center; margin: 0.75em 0; }
mjx-container[display="true"][width="full"] { display: flex; }
mjx-container[justify="left"] { text-align: left; }
mjx-container[justify="right"] { text-align: right; }
mjx-container > span { position: absolute; inset: 0 auto auto 0; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.math-display { display: block; overflow-x: auto; overflow-y: hidden; padding: 2px; }
.math-error { border: 1px dashed currentColor; padding: 0 0.25em; white-space: pre-wrap; }
`;
