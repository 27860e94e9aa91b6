/** What has to be true of one dev server, from its start to its end. */
import type { CleanBuild } from "../build-cleanly.js";
import { createExpectedSite } from "./expected-site.js";
import { readServedSite, urlPathOf } from "./read-served-site.js";
import type { ObservedServer } from "./start-observed-server.js";

export interface ServerLife {
  readonly server: ObservedServer;
  /** Something was edited that the server has to notice by itself. */
  expectBuild(): void;
  /** Waits until the server is at rest and all is as it has to be; `null` then, else what is not. */
  findDifference(buildFromNothing: () => Promise<CleanBuild>): Promise<string | null>;
}

/**
 * In milliseconds. A server that has ended no build by then has not seen an edit: it is to begin one within a second, and
 * a machine under load gets some more.
 */
const LONGEST_QUIET_MS = 5000;

/** In milliseconds, of builds that follow one another. */
const LONGEST_WORK_MS = 20_000;

/** `everServed` are the URL paths of all outputs that there ever were; those of this life are added. */
export function createServerLife(server: ObservedServer, everServed: Set<string>): ServerLife {
  const expected = createExpectedSite();
  let buildsBefore = 0;
  let isBuildDue = false;
  const compare = async (clean: CleanBuild): Promise<string | null> => {
    const [error] = server.errors;
    if (error !== undefined) return error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (isBuildDue && server.builds() === buildsBefore) return "no build followed the edit";
    for (const { config, outputs } of [clean.result, server.lastGood() ?? clean.result]) {
      for (const output of outputs.keys()) everServed.add(urlPathOf(config.baseurl, output));
    }
    const served = await readServedSite(server.origin, everServed);
    const isTold = await server.waitForVersion(served.status.version, LONGEST_QUIET_MS);
    if (!isTold) return `browsers were not told of version ${served.status.version}`;
    const words = expected.compare(served, clean, server);
    if (words === null) expected.settle(served, clean, server);
    return words;
  };
  return {
    server,
    expectBuild() {
      isBuildDue = true;
    },
    async findDifference(buildFromNothing) {
      for (;;) {
        if (!(await server.waitForRest(LONGEST_WORK_MS))) return "the server does not come to rest";
        const builds = server.builds();
        const words = await compare(await buildFromNothing());
        if (!(await server.waitForRest(LONGEST_WORK_MS))) return "the server does not come to rest";
        // What was compared while a build was under way says nothing yet.
        if (builds !== server.builds()) continue;
        if (words === null) {
          buildsBefore = builds;
          isBuildDue = false;
          return null;
        }
        if (!(await server.waitForBuild(LONGEST_QUIET_MS))) return words;
      }
    },
  };
}
