/** Loaded late, as a module of ours: see “One bundle” in docs/architecture.md. */
export { normalizeTheme } from "shiki/core";
