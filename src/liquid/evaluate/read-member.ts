/** Reads what stands after a dot or in brackets, as LiquidJS does: the frequent cases here, the rest by its own hand. */
import { type Context, Drop } from "liquidjs";
import type { ContextLookup } from "../parse/liquidjs-types.js";
import { valueAt } from "../reads/create-watch.js";
import { readKey, ScopeObject } from "../scope/scope-object.js";
import { settle } from "./settle.js";

/** A key that is known when a template is parsed. */
export interface Member {
  readonly key: string;
  readonly question: string;
  /** Whether it is nothing that every JavaScript object has. */
  readonly isScopeKey: boolean;
  /** Whether it means nothing but an entry of a hash. */
  readonly isHashKey: boolean;
}

const COUNTED = new Set(["size", "first", "last"]);

export function createMember(key: string): Member {
  return {
    key,
    question: valueAt(key),
    isScopeKey: !(key in ScopeObject.prototype),
    isHashKey: !COUNTED.has(key),
  };
}

export function readMember(object: unknown, member: Member, context: Context): unknown {
  if (object === null || object === undefined) return object;
  const { key } = member;
  if (object instanceof ScopeObject) {
    return member.isScopeKey ? readKey(object, key, member.question) : readAny(object, key, context);
  }
  if (member.isHashKey && typeof object === "object" && !(object instanceof Drop)) {
    const value = Object.hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined;
    if (typeof value !== "function") return value;
  }
  return readAny(object, key, context);
}

/** The value of a name in the innermost scope that knows it. */
export function readVariable(name: Member, context: Context): unknown {
  return readMember((context as unknown as ContextLookup).findScope(name.key), name, context);
}

/** Reads by a key of any kind: an index, a name that a template works out. */
export function readAny(object: unknown, key: unknown, context: Context): unknown {
  return settle(context.readProperty(object as never, key as never));
}
