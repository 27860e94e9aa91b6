/** Typographic quotes, dashes and ellipses, as SmartyPants and kramdown set them. Tags and code are left alone. */
const SKIPPED = /<(pre|code|kbd|samp|script|style|math)\b[\s\S]*?<\/\1>|<[^>]*>/gi;

export function toSmartQuotes(html: string): string {
  let result = "";
  let from = 0;
  for (const match of html.matchAll(SKIPPED)) {
    result += smarten(html.slice(from, match.index), result) + match[0];
    from = match.index + match[0].length;
  }
  return result + smarten(html.slice(from), result);
}

/** `before` decides whether a quote at the start opens or closes. */
function smarten(text: string, before: string): string {
  const opens = (offset: number): boolean => {
    const previous = offset > 0 ? text.charAt(offset - 1) : before.replace(/<[^>]*>$/, "").slice(-1);
    return /^[\s([{<\u2014\u2013"'“‘-]?$/.test(previous);
  };
  return text
    .replace(/\\([\\"'.-])/g, (_all, character: string) => `&#${character.charCodeAt(0)};`)
    .replace(/"|'/g, (quote, offset: number) => {
      if (quote === '"') return opens(offset) ? "“" : "”";
      return opens(offset) && !/^'\d\d/.test(text.slice(offset)) ? "‘" : "’";
    })
    .replace(/---/g, "—")
    .replace(/--/g, "–")
    .replace(/\.\.\./g, "…");
}
