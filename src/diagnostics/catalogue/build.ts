/** What can go wrong in `build/`. */
export const buildCatalogue = {};
