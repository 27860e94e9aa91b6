// Tells which nodes of one list are which of another: a matching that keeps the order, leaves nodes out where it has
// to, and prefers nodes that are equal, then nodes of one kind that are alike.
const MOST_COMPARISONS = 1_000_000;
const LOOKAHEAD = 200;
const EQUAL = 1000;
const BLANK = 1;
const OF_ONE_KIND = 10;

/** A map from nodes of `before` to their matches in `after`. `measure` tells how alike two of one kind are, from 0 to 1. */
export function matchNodes(before, after, measure) {
  const [left, right] = [[...before], [...after]];
  const matches = new Map();
  let start = 0;
  while (start < left.length && start < right.length && left[start].isEqualNode(right[start])) {
    matches.set(left[start], right[start]);
    start++;
  }
  left.splice(0, start);
  right.splice(0, start);
  while (left.length > 0 && right.length > 0 && left.at(-1).isEqualNode(right.at(-1)))
    matches.set(left.pop(), right.pop());
  const [entries, others] = [left, right].map((nodes) => nodes.map(createEntry));
  const pairs = isLong(entries, others)
    ? matchLong(entries, others, measure)
    : matchBest(entries, others, measure);
  for (const [{ node }, other] of pairs) matches.set(node, other.node);
  return matches;
}

function isLong(left, right) {
  return left.length * right.length > MOST_COMPARISONS;
}

/** The matching with the highest sum of scores, as the longest common subsequence is found. */
function matchBest(left, right, measure) {
  const width = right.length + 1;
  const sums = new Float64Array((left.length + 1) * width);
  const scores = new Float64Array(sums.length);
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const at = i * width + j;
      scores[at] = score(left[i], right[j], measure);
      const matched = scores[at] === 0 ? 0 : scores[at] + sums[at + width + 1];
      sums[at] = Math.max(matched, sums[at + 1], sums[at + width]);
    }
  }
  const pairs = [];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const at = i * width + j;
    if (scores[at] > 0 && sums[at] === scores[at] + sums[at + width + 1]) pairs.push([left[i++], right[j++]]);
    else if (sums[at] === sums[at + width]) i++;
    else j++;
  }
  return pairs;
}

/** Comparing all with all would be felt: equal nodes that are near are matched first, then what is between them. */
function matchLong(left, right, measure) {
  const pairs = [];
  let [i, j] = [0, 0];
  const matchGap = (end, otherEnd) => {
    const gaps = [left.slice(i, end), right.slice(j, otherEnd)];
    pairs.push(...(isLong(...gaps) ? matchInOrder : matchBest)(...gaps, measure));
  };
  for (const [index, { key }] of left.entries()) {
    if (key.trim() === "") continue;
    const found = right.slice(j, j + LOOKAHEAD).findIndex((other) => other.key === key);
    if (found === -1) continue;
    matchGap(index, j + found);
    pairs.push([left[index], right[j + found]]);
    [i, j] = [index + 1, j + found + 1];
  }
  matchGap(left.length, right.length);
  return pairs;
}

function matchInOrder(left, right, measure) {
  const pairs = [];
  let next = 0;
  for (const entry of left) {
    const near = right.slice(next, next + LOOKAHEAD);
    const found = near.findIndex((other) => score(entry, other, measure) > 0);
    if (found === -1) continue;
    pairs.push([entry, near[found]]);
    next += found + 1;
  }
  return pairs;
}

/** 0 for what is not to be matched. */
function score(left, right, measure) {
  if (!isSameKind(left.node, right.node)) return 0;
  if (left.key.trim() === "" || right.key.trim() === "") return BLANK;
  if (left.key === right.key) return EQUAL;
  const likeness = measure(left, right);
  return likeness === 0 ? 0 : OF_ONE_KIND + 100 * likeness;
}

/** Whether one can be turned into the other; what is another thing by name, id or use is replaced instead. */
function isSameKind(node, other) {
  if (node.nodeName !== other.nodeName || node.namespaceURI !== other.namespaceURI) return false;
  if (node.nodeType !== Node.ELEMENT_NODE) return true;
  return ["id", "name", "property", "rel", "type"].every(
    (name) => node.getAttribute(name) === other.getAttribute(name),
  );
}

function createEntry(node) {
  return { node, key: node.nodeType === Node.ELEMENT_NODE ? node.outerHTML : node.data, words: null };
}
