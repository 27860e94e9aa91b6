/** The file in every destination that lists what was written there; a folder that holds one is never a source. */
export const MANIFEST_NAME = ".postulate-manifest.json";
