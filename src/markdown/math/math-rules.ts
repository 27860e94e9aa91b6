/** What MathJax's own style sheet lacks: scrolling boxes, the look of a fault, links in the colour of the text. */
export const MATH_RULES = `
.math-display { display: block; overflow-x: auto; overflow-y: hidden; padding: 2px; }
.math-display > mjx-container[jax="SVG"][display="true"] { margin: 0.75em 0; }
.math-inline > mjx-container[jax="SVG"] { display: inline-block; }
mjx-container[jax="SVG"] > svg { display: inline; max-width: none; }
mjx-container[jax="SVG"] > svg a { fill: currentColor; stroke: currentColor; }
.math-error { border: 1px dashed currentColor; padding: 0 0.25em; white-space: pre-wrap; }
`;
