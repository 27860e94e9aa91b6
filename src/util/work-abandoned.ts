/** Thrown where work cannot go on, for no fault of the site: nothing on the way may turn it into one. */
export class WorkAbandoned extends Error {}
