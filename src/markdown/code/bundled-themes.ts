/** Loaded late, as a module of ours: see “One bundle” in docs/architecture.md. */
export { bundledThemes } from "shiki/themes";
