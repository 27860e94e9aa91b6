import { outputPathOf } from "../util/url.js";

/** Where the page that redirects from a path is written. */
export function redirectPath(from: string): string {
  return outputPathOf(from.replace(/[?#].*$/, "").replace(/\/{2,}/g, "/"));
}
