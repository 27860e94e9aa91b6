/** What can go wrong in `config/`. */
export const configCatalogue = {};
