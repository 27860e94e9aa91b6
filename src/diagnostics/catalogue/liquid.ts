/** What can go wrong in `liquid/`. */
export const liquidCatalogue = {};
