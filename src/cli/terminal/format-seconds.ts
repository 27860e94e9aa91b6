/** `0.04 s`, `1.2 s`, `75 s`: two digits that mean something. */
export function formatSeconds(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  return `${seconds.toFixed(seconds < 0.1 ? 2 : seconds < 10 ? 1 : 0)} s`;
}
