/** Which way a quotation mark faces, told from what stands around it. */

type Quote = '"' | "'";

const OPENING: Readonly<Record<Quote, string>> = { '"': "“", "'": "‘" };
const CLOSING: Readonly<Record<Quote, string>> = { '"': "”", "'": "’" };
const OPENS_BEFORE = /[\s([{\-–—/=“‘«„‚¡¿]/;
/** Words and decades whose first letters are left out: `'tis`, `the '80s`, `rock 'n' roll`. */
const LEFT_OUT = /^'(?:\d\ds?(?!\w)|(?:s(?!')|tis|twas|twere|twill|em|til|cause|bout)(?!\w)|n'(?=\s))/i;

/** The curly sign for the quotation mark at `index`. */
export function curlyQuote(text: string, index: number, sign: Quote): string {
  return opensQuote(text, index, sign) ? OPENING[sign] : CLOSING[sign];
}

function opensQuote(text: string, index: number, sign: Quote): boolean {
  const next = text[index + 1] ?? "";
  if (!/\S/.test(next) || /^['"]?[,.!?;:)\]}](?!\.\.)/.test(text.slice(index + 1, index + 5))) return false;
  if (sign === "'" && LEFT_OUT.test(text.slice(index, index + 8))) return false;
  return opensAfter(text.slice(Math.max(0, index - 200), index));
}

/** Whether the text before leads up to an opening mark: nothing, a space, a bracket, a dash, or another opening mark. */
function opensAfter(before: string): boolean {
  // A tag and marks of emphasis are seen through: what matters is the sign before them.
  const [tag = "", slash] = /<(\/?)[a-z][^<>]*>$/i.exec(before) ?? [];
  if (tag !== "") return slash !== "/" && /^$|\s$|[^\p{L}\p{N}]$/u.test(before.slice(0, -tag.length));
  const bare = before.replace(/(?:\*{1,3}|_{1,3}|~~)$/, "");
  const last = bare.at(-1);
  if (last === undefined || OPENS_BEFORE.test(last)) return true;
  const isQuote = last === '"' || last === "'";
  return isQuote && opensQuote(`${bare}x`, bare.length - 1, last);
}
