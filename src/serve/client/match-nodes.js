// Tells which nodes of one list are which of another: a matching that keeps the order, leaves nodes out where it has
// to, and prefers nodes that are equal, then nodes of one kind that are alike.
const MOST_COMPARISONS = 1_000_000;
const EQUAL = 1000;
const BLANK = 1;
const OF_ONE_KIND = 10;

/** A map from nodes of `before` to their matches in `after`. */
export function matchNodes(before, after) {
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
  const match = left.length * right.length > MOST_COMPARISONS ? matchInOrder : matchBest;
  for (const [node, other] of match(left, right)) matches.set(node, other);
  return matches;
}

/** The matching with the highest sum of scores, as the longest common subsequence is found. */
function matchBest(left, right) {
  const [keys, otherKeys] = [left.map(keyOf), right.map(keyOf)];
  const width = right.length + 1;
  const sums = new Float64Array((left.length + 1) * width);
  const scores = new Float64Array(sums.length);
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const at = i * width + j;
      scores[at] = isSameKind(left[i], right[j]) ? score(keys[i], otherKeys[j]) : 0;
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

/** For lists so long that comparing all with all would be felt: not the best, but right as well. */
function matchInOrder(left, right) {
  const pairs = [];
  let next = 0;
  for (const node of left) {
    const found = right.findIndex((other, index) => index >= next && isSameKind(node, other));
    if (found === -1) continue;
    pairs.push([node, right[found]]);
    next = found + 1;
  }
  return pairs;
}

/** Whether one can be turned into the other; what is another thing by name, id or use is replaced instead. */
function isSameKind(node, other) {
  if (node.nodeName !== other.nodeName || node.namespaceURI !== other.namespaceURI) return false;
  if (node.nodeType !== Node.ELEMENT_NODE) return true;
  return ["id", "name", "property", "rel", "type"].every(
    (name) => node.getAttribute(name) === other.getAttribute(name),
  );
}

function keyOf(node) {
  return node.nodeType === Node.ELEMENT_NODE ? node.outerHTML : node.data;
}

function score(key, other) {
  if (key.trim() === "" || other.trim() === "") return BLANK;
  if (key === other) return EQUAL;
  const { start, end } = findDifference(key, other);
  const alike = start + key.length - end;
  return OF_ONE_KIND + (100 * alike) / Math.max(key.length, other.length);
}

/** The part of a text, from `start` to `end`, that is another in the other text, where it ends at `otherEnd`. */
export function findDifference(text, other) {
  let start = 0;
  let [end, otherEnd] = [text.length, other.length];
  while (start < end && start < otherEnd && text[start] === other[start]) start++;
  for (; end > start && otherEnd > start && text[end - 1] === other[otherEnd - 1]; end--) otherEnd--;
  return { start, end, otherEnd };
}
