/** Builds that are killed at any time of their work, and what is true then and after the next whole build. */
import { createRandom } from "../create-random.js";
import type { Renderers } from "../incremental/create-build-site.js";
import { chooseMoments, type Duration, type Moment, measureBuild } from "./choose-moments.js";
import { findBrokenPromise, type Hashes } from "./find-broken-promise.js";
import { isWriting, type KillMoment } from "./run-killed-build.js";
import { createWholeSite, FOREIGN_HASHES, type WholeSite } from "./whole-site.js";

export interface KillsOptions {
  /** Empty. */
  readonly folder: string;
  readonly seed: number;
  readonly kills: number;
  readonly renderers: Renderers;
}

export interface KillsReport {
  readonly kills: number;
  /** With files that waited to be put in place. */
  readonly killsWhileWriting: number;
  /** Whole builds that were compared with clean ones. */
  readonly wholeBuilds: number;
  readonly durations: Readonly<Record<Kind, Duration>>;
}

type Kind = "cold" | "edit";

/**
 * Kills builds from nothing and builds after an edit by turns, one to three in a row, at moments all over the time that a
 * whole one takes. Throws with the moments when a promise is broken.
 */
export async function proveKills({ folder, seed, kills, renderers }: KillsOptions): Promise<KillsReport> {
  const random = createRandom(seed);
  const site = createWholeSite(folder, renderers);
  const cold = await measureBuild(site);
  site.edit();
  const durations = { cold, edit: await measureBuild(site) };
  const moments = {
    cold: chooseMoments(Math.ceil(kills / 2), random),
    edit: chooseMoments(Math.floor(kills / 2), random),
  };
  const counts = { kills: 0, killsWhileWriting: 0, wholeBuilds: 0 };
  for (let round = 0; counts.kills < kills; round++) {
    const turn: Kind = round % 2 === 0 ? "cold" : "edit";
    const other: Kind = round % 2 === 0 ? "edit" : "cold";
    const kind = moments[turn].length > 0 ? turn : other;
    const chosen = moments[kind].splice(0, 1 + Math.floor(random() * 3));
    const row = chosen.map((moment) => toKillMoment(moment, durations[kind]));
    const killed = await killInRow(site, kind, row).catch((error: unknown) => {
      const words = error instanceof Error ? error.message : String(error);
      throw new Error(`seed ${seed}, ${kind} build, killed ${JSON.stringify(row)}: ${words}`);
    });
    counts.kills += killed.kills;
    counts.killsWhileWriting += killed.killsWhileWriting;
    counts.wholeBuilds++;
    // A build that was done before its moment is tried again, to be killed a little earlier.
    moments[kind].push(...chosen.slice(killed.kills).map(({ of, part }) => ({ of, part: part * 0.9 })));
    const wholeMs = Math.min(killed.wholeMs ?? Number.POSITIVE_INFINITY, durations[kind].wholeMs);
    durations[kind] = { ...durations[kind], wholeMs };
  }
  return { ...counts, durations };
}

interface KilledRow {
  readonly kills: number;
  readonly killsWhileWriting: number;
  /** How long the first one took, if it was too fast to be killed. */
  readonly wholeMs: number | null;
}

function toKillMoment({ of, part }: Moment, duration: Duration): KillMoment {
  return { from: of === "wholeMs" ? "start" : "first file", ms: Math.round(part * duration[of]) };
}

async function killInRow(site: WholeSite, kind: Kind, row: readonly KillMoment[]): Promise<KilledRow> {
  const { destinationDir } = site;
  const before: Hashes = kind === "cold" ? new Map() : await site.hashes();
  if (kind === "cold") site.forget();
  else site.edit();
  const after = await site.hashes();
  let [kills, killsWhileWriting] = [0, 0];
  let wholeMs: number | null = null;
  for (const moment of row) {
    const { isKilled, processId, elapsedMs } = await site.run(moment);
    if (!isKilled) {
      if (kills === 0) wholeMs = elapsedMs;
      break;
    }
    if (isWriting(destinationDir, processId)) killsWhileWriting++;
    const isAgain = kills++ > 0;
    const broken = findBrokenPromise({ destinationDir, before, after, foreign: FOREIGN_HASHES, isAgain });
    if (broken !== null) throw new Error(broken);
  }
  await site.assertRecovers(after);
  return { kills, killsWhileWriting, wholeMs };
}
