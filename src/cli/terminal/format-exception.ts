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
