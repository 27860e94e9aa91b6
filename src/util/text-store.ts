/**
 * Texts that may outlive the process, for results that take longer to find than to read. A key holds everything that its
 * text depends on, but for the program, for which whoever makes the store answers.
 */
export interface TextStore {
  get(key: string): string | undefined;
  set(key: string, text: string): void;
}
