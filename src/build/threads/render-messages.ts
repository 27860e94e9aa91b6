/** What the main thread and the threads that render say to one another. */
import type { MessagePort } from "node:worker_threads";
import type { PieceOrigin } from "../../markdown/piece-store.js";
import type { RenderRequest } from "../../model/rendered.js";
import type { SharedStore } from "../../util/value-store/open-shared-store.js";
import type { RendererConfig } from "../build-memory.js";
import type { BodySummary } from "../cache/body-values.js";

/** What a thread is started with. */
export interface RenderThreadData {
  readonly config: RendererConfig;
  readonly programKey: string;
  /** Formulas and code of earlier builds. */
  readonly shared: SharedStore;
  /** Where formulas and code arrive that other threads made meanwhile. */
  readonly news: MessagePort;
}

export interface RenderJob {
  readonly id: number;
  readonly request: RenderRequest;
}

export interface RenderedJob {
  readonly id: number;
  /** See `encodeTexts`. */
  readonly texts: Uint8Array;
  readonly summary: BodySummary;
  /** Formulas and code that were in no store. */
  readonly pieces: readonly Piece[];
  /** How long it all took, and how long each of the pieces, in milliseconds. */
  readonly ms: number;
  readonly timings: readonly PieceTiming[];
}

export interface PieceTiming {
  readonly origin: PieceOrigin;
  readonly ms: number;
}

/** A key of the store of values and its value. */
export type Piece = readonly [key: string, value: Uint8Array];
