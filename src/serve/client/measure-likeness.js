// How alike two nodes of one kind are, from 0 (another thing) to 1. Each is given as `{ node, key, words }`: the key is its
// source, and the words are read when they are needed.

/** For two states of a source: what an author edits has its beginning and its end left. */
export function measureEdit({ key }, { key: other }) {
  const { start, end } = findDifference(key, other);
  return Math.max(start + key.length - end, 1) / Math.max(key.length, other.length);
}

/**
 * For a source and the living page: scripts add, anywhere, but leave the words. What is another thing by its words
 * must not be taken for the same, unless its id says so.
 */
export function measureLife(sent, living) {
  const { text, tags } = readWords(sent);
  const [words, found] = text.size > 0 ? [text, readWords(living).text] : [tags, readWords(living).tags];
  let count = 0;
  for (const word of words) if (found.has(word)) count++;
  const part = count / Math.max(words.size, 1);
  if (part <= 0.5 && !sent.node.id) return 0;
  // What a script added is mostly of a class of its own.
  const [own, other] = [sent, living].map(({ node }) => node.getAttribute?.("class"));
  return (1 + part) * (own === other ? 0.5 : 0.25);
}

/** Those of the tags count where there is no text. */
function readWords(entry) {
  entry.words ??= {
    text: new Set(entry.key.replace(/<[^>]*>/g, " ").match(/\S+/g)),
    tags: new Set(entry.key.match(/[^\s<>]+/g)),
  };
  return entry.words;
}

/** The part of a text, from `start` to `end`, that is another in the other text, where it ends at `otherEnd`. */
export function findDifference(text, other) {
  let start = 0;
  let [end, otherEnd] = [text.length, other.length];
  while (start < end && start < otherEnd && text[start] === other[start]) start++;
  for (; end > start && otherEnd > start && text[end - 1] === other[otherEnd - 1]; end--) otherEnd--;
  return { start, end, otherEnd };
}
