/** What can go wrong in `content/`. */
export const contentCatalogue = {};
