import { createRandom } from "../../create-random.js";
import { planSteps } from "../plan-steps.js";
import type { OperationsStep } from "../shrink-steps.js";

export interface ServedStep extends OperationsStep {
  /** How long after it the next step follows, in milliseconds; `null` when the server comes to rest first. */
  readonly pauseMs: number | null;
}

/**
 * Long enough for a watcher to tell, for a page to be shown ahead of its build, and for this build to be under way: the
 * next edit meets each of these.
 */
const LONGEST_PAUSE_MS = 250;

/** The edits of `planSteps`, some of them in bursts. The last one is waited for. */
export function planServedSteps(seed: number, count: number): readonly ServedStep[] {
  const random = createRandom(~seed);
  return planSteps(seed, count).map(({ operations }, index) => {
    const pauseMs = random() < 0.5 ? Math.floor(random() * random() * LONGEST_PAUSE_MS) : null;
    return { operations, pauseMs: index === count - 1 ? null : pauseMs };
  });
}
