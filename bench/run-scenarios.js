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
  const post = pickPost(competitor, site);
  const edited = buildEdited(
    post,
    (text) => `${text}\nA sentence of ${round}.\n`,
    () => build(() => expectPages(competitor, site, `A sentence of ${round}.`, 1)),
  );
  const layout = buildEdited(
    path.join(site, competitor.layout),
    (text) => text.replace("</article>", `<p>Laid out in ${round}</p></article>`),
    () => build(() => expectPages(competitor, site, `Laid out in ${round}`, counts.posts)),
  );
  return { cold, unchanged, post: edited, layout };
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

/** The file is as it was for the next round. */
function buildEdited(file, edit, build) {
  const text = readFileSync(file, "utf8");
  writeFileSync(file, edit(text));
  try {
    return build();
  } finally {
    writeFileSync(file, text);
  }
}

function expectPages(competitor, site, text, wanted) {
  const found = countPagesWith(competitor, site, text);
  return found === wanted ? [] : [`the edit is in ${found} pages instead of ${wanted}`];
}
