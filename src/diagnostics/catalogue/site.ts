/** What can go wrong in `site/`. */
export const siteCatalogue = {};
