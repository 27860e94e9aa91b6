/** What can go wrong in `check/`. */
export const checkCatalogue = {};
