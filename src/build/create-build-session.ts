import type { BuildSession } from "./build-types.js";

/** Holds the place of the build until it is joined. */
export function createBuildSession(): BuildSession {
  return { build: () => Promise.reject(new Error("there is no build yet")) };
}
