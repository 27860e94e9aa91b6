import type { Context, Emitter, Template } from "liquidjs";
import { TextEmitter } from "./text-emitter.js";

/** Renders parts in their order, up to a `break` or `continue`. Parts never throw: each guards itself. */
export function renderParts(parts: readonly Template[], context: Context, emitter: Emitter): void {
  for (const part of parts) {
    part.render(context, emitter);
    if (context.breakCalled || context.continueCalled) return;
  }
}

/** What parts print, as text. */
export function renderToText(parts: readonly Template[], context: Context): string {
  const emitter = new TextEmitter();
  renderParts(parts, context, emitter);
  return emitter.buffer;
}
