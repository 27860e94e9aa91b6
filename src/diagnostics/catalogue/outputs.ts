/** What can go wrong in `outputs/`. */
export const outputsCatalogue = {};
