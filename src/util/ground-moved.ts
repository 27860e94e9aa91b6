import { WorkAbandoned } from "./work-abandoned.js";

/**
 * Thrown where what a build stands on is no longer what it was: a file was changed, a value of the cache is lost. The
 * build starts again.
 */
export class GroundMoved extends WorkAbandoned {}
