/** Pages that this thread lays out while others still render: those whose templates ask for no body that is not there. */
import type { PlannedPage } from "../model/page.js";
import { WorkAbandoned } from "../util/work-abandoned.js";
import type { ProductRecord } from "./cache/build-state.js";
import type { StoredBody } from "./cache/stored-body.js";
import type { BuildContext } from "./create-build-context.js";
import type { VisibleBodies } from "./create-render-tools.js";
import { makeProduct, type TakeText } from "./make-products.js";
import { createPageProduct } from "./page-products.js";
import type { OutputPlan } from "./plan-outputs.js";
import type { BodyTask } from "./prepare-body.js";
import { writeInput } from "./product.js";
import { createImageLists } from "./shown-images.js";
import { watchSite } from "./watch-site.js";

export interface EarlyPages {
  /** Makes the next page if its body is there; `false` when there is nothing to do now. Needs the renderer. */
  makeNext(): boolean;
  /** What was made, by the path of the output. It is what it would be after all bodies, since it asked for none of them. */
  readonly records: ReadonlyMap<string, ProductRecord>;
}

export interface EarlyPagesInput {
  readonly plan: OutputPlan;
  /** The bodies that are being rendered. */
  readonly tasks: readonly BodyTask[];
  readonly take: TakeText;
}

/** Thrown where a template asks for a body that is not there yet: its page waits until all are. */
class BodyPending extends WorkAbandoned {}

/** An attempt in vain costs what a page does. A template that asks for other bodies does so on most of its pages. */
function isWorthIt(made: number, inVain: number): boolean {
  return inVain < 3 + made / 10;
}

export function createEarlyPages({ plan, tasks, take }: EarlyPagesInput, context: BuildContext): EarlyPages {
  const ready = createReadyBodies(tasks);
  const watched = watchSite({
    links: plan.links,
    sizes: plan.imageSizes,
    listImages: createImageLists((name) => context.after.bodies.get(name) ?? waitForBody()),
  });
  const pages = new Map(plan.pages.map((page) => [page.document, page]));
  const waiting = tasks.flatMap((task) => {
    const page = pages.get(task.document.path);
    return page === undefined || page.paginator !== null ? [] : [{ task, page }];
  });
  const records = new Map<string, ProductRecord>();
  let inVain = 0;

  const make = (page: PlannedPage, body: StoredBody): void => {
    const place = plan.layoutPlaces.get(page.document ?? "");
    const product = createPageProduct(page, body, place, watched, context);
    const known = context.before.products.get(product.path);
    // It may be that nothing has changed, which can only be told when all bodies are there.
    if (known?.input === writeInput(product)) return;
    try {
      records.set(product.path, makeProduct({ product, known, change: undefined }, context, take));
    } catch (error) {
      if (!(error instanceof BodyPending)) throw error;
      inVain++;
    }
  };

  return {
    records,
    makeNext() {
      if (!isWorthIt(records.size, inVain)) return false;
      const index = waiting.findIndex(({ task }) => task.rendered() !== undefined);
      const [found] = index === -1 ? [] : waiting.splice(index, 1);
      const body = found?.task.rendered();
      if (found === undefined || body === undefined) return false;
      context.settleFiles(watched);
      context.tools.showBodies(ready);
      context.profiler.runAhead("lay out", () => make(found.page, body));
      return true;
    },
  };
}

/** The bodies that are there. Whoever asks for another one has to wait. */
function createReadyBodies(tasks: readonly BodyTask[]): VisibleBodies {
  const byPath = new Map(tasks.map((task) => [task.document.path, task]));
  return { get: (path) => byPath.get(path)?.rendered() ?? waitForBody() };
}

function waitForBody(): never {
  throw new BodyPending();
}
