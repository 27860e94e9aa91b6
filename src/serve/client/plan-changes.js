// Compares the page as it was sent with the page as it is sent now, and says what has to be done to the living page.
// The living page is not compared with the new one: what scripts and readers did to it since (buttons, open details,
// themes) is in neither source, and stays where the sources do not differ.
import { matchNodes } from "./match-nodes.js";
import { findDifference, measureEdit, measureLife } from "./measure-likeness.js";
import { holdsScript } from "./page-source.js";

/** What would be neither loaded anew nor shown as it is told when its inside changes; replaced as one. */
const REPLACED_WHOLE = new Set(["link", "style", "noscript", "audio", "video", "object"]);

/**
 * `steps` are functions that turn the living document, and must all be called in their order before anything else
 * happens to it; `added` are the elements that they put in. `null` when the page can only be loaded.
 */
export function planChanges(before, after, living) {
  const plan = { steps: [], added: [] };
  planAttributes(before.documentElement, after.documentElement, living.documentElement, plan);
  const isPossible = ["head", "body"].every((part) =>
    planElement(before[part], after[part], living[part], plan),
  );
  return isPossible ? plan : null;
}

/** Each of these plans one thing; `false` when the living node is not what it was, so that its parent is to be replaced. */
function planNode(before, after, living, plan) {
  if (before.isEqualNode(after)) return true;
  if (before.nodeType !== Node.ELEMENT_NODE) return planText(before, after, living, plan);
  if (REPLACED_WHOLE.has(before.localName)) return planReplacement(after, living, plan);
  const inner = { steps: [], added: [] };
  if (!planElement(before, after, living, inner)) return planReplacement(after, living, plan);
  for (const step of inner.steps) plan.steps.push(step);
  for (const node of inner.added) plan.added.push(node);
  return true;
}

function planElement(before, after, living, plan) {
  planAttributes(before, after, living, plan);
  return planChildren(before, after, living, plan);
}

function planText(before, after, living, { steps }) {
  if (living.data !== before.data) return false;
  const { start, end, otherEnd } = findDifference(before.data, after.data);
  // Only the part that differs, so that a selection around it stays.
  steps.push(() => living.replaceData(start, end - start, after.data.slice(start, otherEnd)));
  return true;
}

function planReplacement(after, living, { steps, added }) {
  if (holdsScript(after)) return false;
  const node = document.importNode(after, true);
  added.push(node);
  steps.push(() => living.replaceWith(node));
  return true;
}

function planAttributes(before, after, living, { steps }) {
  for (const { namespaceURI, localName } of before.attributes) {
    if (localName === "class" || after.hasAttributeNS(namespaceURI, localName)) continue;
    steps.push(() => living.removeAttributeNS(namespaceURI, localName));
  }
  for (const { namespaceURI, name, localName, value } of after.attributes) {
    if (localName === "class" || before.getAttributeNS(namespaceURI, localName) === value) continue;
    steps.push(() => living.setAttributeNS(namespaceURI, name, value));
  }
  planClasses(before, after, living, steps);
}

/** Word by word, because scripts add words of their own. */
function planClasses(before, after, living, steps) {
  const [old, next] = [before, after].map((element) => element.getAttribute("class"));
  if (old === next) return;
  if (living.getAttribute("class") !== old) {
    steps.push(() => {
      living.classList.remove(...[...before.classList].filter((word) => !after.classList.contains(word)));
      living.classList.add(...after.classList);
    });
  } else if (next === null) steps.push(() => living.removeAttribute("class"));
  else steps.push(() => living.setAttribute("class", next));
}

function planChildren(before, after, living, plan) {
  const kept = matchNodes(before.childNodes, after.childNodes, measureEdit);
  const present = matchNodes(before.childNodes, living.childNodes, measureLife);
  const places = new Map([...kept].map(([old, next]) => [next, present.get(old)]));
  for (const old of before.childNodes) {
    const next = kept.get(old);
    const there = present.get(old);
    if (there === undefined) {
      // A script took it away or made something else of it, which nobody here can redo with the new text.
      const isUntouched = next === undefined ? old.data?.trim() === "" : old.isEqualNode(next);
      if (!isUntouched) return false;
    } else if (next === undefined) plan.steps.push(() => there.remove());
    else if (!planNode(old, next, there, plan)) return false;
  }
  return planInsertions(after, living, places, plan);
}

/** `places` are the nodes that stay, each with its living node, if that is known. */
function planInsertions(after, living, places, { steps, added }) {
  let previous = null;
  let nodes = [];
  for (const node of [...after.childNodes, null]) {
    if (node !== null && !places.has(node)) {
      if (holdsScript(node)) return false;
      nodes.push(document.importNode(node, true));
      continue;
    }
    if (nodes.length > 0) {
      const insert = findPlace(places.get(previous), places.get(node), previous ?? node, living);
      if (insert === null) return false;
      const run = nodes;
      steps.push(() => insert(run));
      added.push(...run);
    }
    previous = node;
    nodes = [];
  }
  return true;
}

/** Right after the node before it, as nothing tells whether what a script put between the two belongs to the next. */
function findPlace(previous, next, neighbour, parent) {
  if (previous !== undefined) return (nodes) => previous.after(...nodes);
  if (next !== undefined) return (nodes) => next.before(...nodes);
  return neighbour === null ? (nodes) => parent.prepend(...nodes) : null;
}
