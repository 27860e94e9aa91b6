/** From steps that show a difference to the fewest that still do. */
import type { Operation } from "./operation.js";

/** What happens at once. */
export interface OperationsStep {
  readonly operations: readonly Operation[];
}

export interface Difference {
  /** From 0; the first step after which something was otherwise than from nothing. */
  readonly step: number;
  readonly words: string;
}

/** Takes steps from the start; `null` when everything was as it has to be. */
export type RunSteps<Step> = (steps: readonly Step[]) => Promise<Difference | null>;

/** Leaves out halves, quarters … and at last single steps and operations, for as long as a difference remains. */
export async function shrinkSteps<Step extends OperationsStep>(
  steps: readonly Step[],
  run: RunSteps<Step>,
): Promise<readonly Step[]> {
  let left = steps;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = left.length - size; at >= 0; at -= size) {
      const shorter = [...left.slice(0, at), ...left.slice(at + size)];
      if (shorter.length > 0 && (await run(shorter)) !== null) left = shorter;
    }
  }
  return shrinkOperations(left, run);
}

async function shrinkOperations<Step extends OperationsStep>(
  steps: readonly Step[],
  run: RunSteps<Step>,
): Promise<readonly Step[]> {
  let left = steps;
  for (const [number, { operations }] of steps.entries()) {
    for (const operation of operations) {
      const shorter = left.map((step, index) =>
        index === number ? { ...step, operations: step.operations.filter((one) => one !== operation) } : step,
      );
      if ((await run(shorter)) !== null) left = shorter;
    }
  }
  const others = left.filter((step) => step.operations.length > 0);
  return others.length > 0 && (await run(others)) !== null ? others : left;
}
