/**
 * What a rendering asked of the site: for each subject (`site`, `document _posts/a.md`, `include head.html`) the
 * questions, `.title` for the value of a key, `*` for the list of keys or names. The answers decide what it became.
 */
export type Reads = ReadonlyMap<string, ReadonlySet<string>>;
