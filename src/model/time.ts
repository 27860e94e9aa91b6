/** A moment as the site's time zone shows it. All calendar fields follow from these two numbers on any machine. */
export interface ZonedTime {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly epochMs: number;
  /** What the site's clock is ahead of UTC at that moment, in minutes. */
  readonly offsetMinutes: number;
}
