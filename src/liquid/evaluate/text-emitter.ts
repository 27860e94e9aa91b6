import { type Emitter, toValue } from "liquidjs";

/** Collects what a template prints. Parts of ours write text; values come from tags of LiquidJS, printed as it does. */
export class TextEmitter implements Emitter {
  buffer = "";

  write(value: unknown): void {
    this.buffer += typeof value === "string" ? value : textOf(value);
  }
}

function textOf(value: unknown): string {
  const plain: unknown = toValue(value);
  if (plain === undefined || plain === null) return "";
  return Array.isArray(plain) ? plain.map(textOf).join("") : String(plain);
}
