/** What a part of a template was compiled to. */
import type { Context, Emitter } from "liquidjs";

/** Works out a value. */
export type Evaluate = (context: Context) => unknown;

/** Prints to the emitter; what is given back, unless nothing, is printed too. */
export type RunPart = (context: Context, emitter: Emitter) => unknown;
