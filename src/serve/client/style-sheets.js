// Style sheets change without a reload, and without a moment in which the page stands unstyled.
import { outputOf } from "./used-outputs.js";

const LINKED = 'link[rel~="stylesheet"][href]';

/** The links to an output. */
export function findLinkedStyleSheets(output, baseurl) {
  return [...document.querySelectorAll(LINKED)].filter((link) => outputOf(link.href, baseurl) === output);
}

/** The old sheet stays until the new one is there, so that the page never stands without. */
export function swapStyleSheet(link, version) {
  const next = link.cloneNode();
  const url = new URL(link.href);
  url.searchParams.set("postulate", version);
  next.href = url.href;
  whenSettled(next, () => link.remove());
  link.after(next);
}

/**
 * Loads the sheets that `added` nodes are going to link, without applying them. `release` applies them until the
 * links in the nodes that it is given have loaded the same: so there is no moment without.
 */
export async function holdStyleSheets(added, signal) {
  const held = findLinks(added).map((link) => {
    const copy = document.importNode(link);
    copy.media = "not all";
    return copy;
  });
  const release = (nodes) => {
    const links = findLinks(nodes);
    for (const copy of held) {
      const link = links.find(({ href }) => href === copy.href);
      if (link === undefined) copy.remove();
      else {
        copy.media = link.media;
        whenSettled(link, () => copy.remove());
      }
    }
  };
  const loads = held.map((copy) => new Promise((resolve) => whenSettled(copy, resolve)));
  document.head.append(...held);
  const aborted = new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
  await Promise.race([Promise.all(loads), aborted]);
  if (signal.aborted) release([]);
  return { count: held.length, release };
}

function findLinks(nodes) {
  return nodes
    .filter(({ nodeType }) => nodeType === Node.ELEMENT_NODE)
    .flatMap((node) => [...(node.matches(LINKED) ? [node] : []), ...node.querySelectorAll(LINKED)]);
}

function whenSettled(link, act) {
  link.addEventListener("load", act, { once: true });
  link.addEventListener("error", act, { once: true });
}
