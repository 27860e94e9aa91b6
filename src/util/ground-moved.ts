/**
 * Thrown where what a build stands on is no longer what it was: a file was changed, a value of the cache is lost. No
 * fault of the site, so that nothing on the way may turn it into one; the build starts again.
 */
export class GroundMoved extends Error {}
