/** Posts full of mathematics, as many as wanted, the same for the same number. */
import { createRandom } from "./create-random.js";

const LETTERS = ["a", "b", "c", "x", "y", "z", "\\alpha", "\\beta", "\\lambda", "\\mu", "\\phi", "\\omega"];

/** The TeX of a formula of a few symbols, rarely the same twice. */
function generateTex(random: () => number, depth = 2): string {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const part = (): string => (depth === 0 ? pick(LETTERS) : generateTex(random, depth - 1));
  const number = Math.floor(random() * 100);
  return pick([
    () => `${pick(LETTERS)}_{${number}}`,
    () => `\\frac{${part()}}{${part()}}`,
    () => `${part()} + ${part()}`,
    () => `\\sqrt{${part()}}`,
    () => `\\sum_{i=${number}}^{n} ${part()}`,
    () => `\\int_0^{${number}} ${part()} \\, d${pick(["x", "t", "u"])}`,
    () => `\\left( ${part()} \\right)^{${number}}`,
  ])();
}

/** The body of post `number`: about twenty formulas, a block of code and a heading between some words. */
export function generateMathBody(number: number): string {
  const random = createRandom(number + 1);
  const inline = (): string => `$${generateTex(random)}$`;
  const display = (): string => `$$\n${generateTex(random)} = ${generateTex(random, 1)}\n$$`;
  const paragraphs = Array.from({ length: 6 }, (_, index) =>
    [`Paragraph ${index} with ${inline()} and ${inline()}, so ${inline()}.`, display()].join("\n\n"),
  );
  const code = `\`\`\`python\ndef f_${number}(x):\n    return x ** ${number % 7}\n\`\`\``;
  return [paragraphs[0], `## Section of post ${number}`, ...paragraphs.slice(1), code].join("\n\n");
}

export function generateMathPost(number: number): { readonly path: string; readonly text: string } {
  const day = new Date(Date.UTC(2000, 0, 1 + number)).toISOString().slice(0, 10);
  return {
    path: `_posts/${day}-post-${number}.md`,
    text: `---\ntitle: Post ${number} on $x_{${number}}$\ntags: [t${number % 10}]\n---\n${generateMathBody(number)}\n`,
  };
}
