/** The command was used wrongly; ends the program with status 2. Stays within `cli/`. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** What to do about it; may be empty. */
  readonly hint: string;

  constructor(message: string, hint = "") {
    super(message);
    this.hint = hint;
  }
}
