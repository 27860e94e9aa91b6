/** What can go wrong in `markdown/`. */
export const markdownCatalogue = {};
