export interface NewPost {
  /** One line. */
  readonly title: string;
  /** As front matter has it: `2026-03-04 09:30:00 +0100`; `null` for none. */
  readonly date: string | null;
  readonly categories: readonly string[];
  readonly tags: readonly string[];
}

/** The text of a post that is still to be written: its front matter. */
export function createPostText({ title, date, categories, tags }: NewPost): string {
  const list = (items: readonly string[]): string => `[${items.map(quoteYaml).join(", ")}]`;
  return [
    "---",
    `title: ${quoteYaml(title)}`,
    ...(date === null ? [] : [`date: ${date}`]),
    ...(categories.length === 0 ? [] : [`categories: ${list(categories)}`]),
    ...(tags.length === 0 ? [] : [`tags: ${list(tags)}`]),
    "---",
    "",
    "",
  ].join("\n");
}

/** Words that YAML 1.1 or 1.2 reads as something other than text. */
const SPECIAL_WORDS = /^(?:true|false|yes|no|on|off|null|y|n)$/i;

/** A line of text as a YAML value: plain where that is safe everywhere, else in single quotes, where TeX stays as it is. */
function quoteYaml(text: string): string {
  const isPlain =
    /^[\p{L}][\p{L}\p{M}\p{N} _.()/+-]*$/u.test(text) && !/[ .]$/.test(text) && !SPECIAL_WORDS.test(text);
  return isPlain ? text : `'${text.replaceAll("'", "''")}'`;
}
