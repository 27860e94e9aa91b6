/** A build that finds its ground moved starts again: nothing was written by then. */
import { GroundMoved } from "../util/ground-moved.js";
import type { BuildMemory } from "./build-memory.js";
import { ValueLost } from "./cache/stored-body.js";

/** More changes than these during one build are no accident. */
const MOST_ATTEMPTS = 5;

/** Runs a build until neither a file that it had seen was changed under it nor a value of the cache was lost. */
export async function startAgain<Result>(
  build: () => Promise<Result>,
  memory: Pick<BuildMemory, "forgetBodies">,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await build();
    } catch (error) {
      if (!(error instanceof GroundMoved) || attempt === MOST_ATTEMPTS) throw error;
      if (error instanceof ValueLost) memory.forgetBodies();
    }
  }
}
