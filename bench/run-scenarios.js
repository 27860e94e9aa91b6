/** One competitor, one round: cold; nothing changed; one post edited; a layout edited. Each in a new process. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { checkOutput, countPagesWith } from "./check-output.js";
import { removeBuilt } from "./create-site.js";
import { measureProcess } from "./measure-process.js";

export const SCENARIOS = ["cold", "unchanged", "post", "layout"];

/**
 * The measures by scenario; each has `faults`, sentences that say what is wrong with what was built. Competitors that
 * keep nothing are measured once, and that stands for all.
 */
export function runScenarios(competitor, { site, counts, round }) {
  const build = (findFaults) => {
    const measure = measureProcess(competitor.command(site), {
      cwd: site,
      environment: competitor.environment,
    });
    const faults = measure.status === 0 ? findFaults() : [`exit code ${measure.status}: ${measure.message}`];
    return { ...measure, faults };
  };
  removeBuilt(competitor, site);
  const cold = build(() => checkOutput(competitor, site, counts));
  if (competitor.isAlwaysWhole || cold.status !== 0) return fillScenarios(cold);

  const unchanged = build(() => checkOutput(competitor, site, counts));
  const edits = [];
  const buildEdited = (file, edit, text, pages) => {
    edits.push({ file, before: readFileSync(file, "utf8") });
    writeFileSync(file, edit(edits.at(-1).before));
    return build(() => expectPages(competitor, site, text, pages));
  };
  const sentence = `A sentence of ${round}.`;
  const line = `Laid out in ${round}`;
  const post = buildEdited(pickPost(competitor, site), (text) => `${text}\n${sentence}\n`, sentence, 1);
  const layout = buildEdited(
    path.join(site, competitor.layout),
    (text) => text.replace("</article>", `<p>${line}</p></article>`),
    line,
    counts.posts,
  );
  // Only now, so that each build sees one change.
  for (const { file, before } of edits) writeFileSync(file, before);
  return { cold, unchanged, post, layout };
}

const fillScenarios = (measure) => Object.fromEntries(SCENARIOS.map((name) => [name, measure]));

/** One from the middle: neither the home page nor the newest of a list. */
function pickPost({ postsFolder }, site) {
  const folder = path.join(site, postsFolder);
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .sort();
  return path.join(folder, names[Math.floor(names.length / 2)]);
}

function expectPages(competitor, site, text, wanted) {
  const found = countPagesWith(competitor, site, text);
  return found === wanted ? [] : [`the edit is in ${found} pages instead of ${wanted}`];
}
