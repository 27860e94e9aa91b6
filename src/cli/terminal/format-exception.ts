/** An exception that no part of the program expected is a fault of the program itself, and is told as one. */
export function formatException(error: unknown, verbose: boolean): string {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return [
    `error Postulate itself failed: ${message}`,
    ...(verbose && stack !== undefined ? [stack] : []),
    "  hint This is a fault of Postulate, not of your site. Please report it on the project's issue page,",
    `       with ${verbose ? "the lines above" : "what the same command prints with --verbose"} and the file that it happens with`,
  ].join("\n");
}

/** The system will not watch (more) files: the site is still served, but some changes go unseen. */
export function formatWatchError(error: unknown): string {
  const { code, message } = (
    error instanceof Error ? error : new Error(String(error))
  ) as NodeJS.ErrnoException;
  const isLimit = code === "ENOSPC" || code === "EMFILE";
  return [
    `warning Some changes will not be seen, because a file cannot be watched: ${message}`,
    isLimit
      ? "  hint Raise the system's limit of watched files (on Linux: sysctl fs.inotify.max_user_watches=524288)"
      : "  hint Start the command again once this is repaired",
  ].join("\n");
}
