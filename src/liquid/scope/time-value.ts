import { Drop } from "liquidjs";
import type { ZonedTime } from "../../model/time.js";
import { formatTime } from "../dates/format-time.js";

/** A moment in a template. Printed alone it looks like a Ruby `Time`: `2021-03-04 00:00:00 +0000`. */
export class TimeValue extends Drop {
  readonly #time: ZonedTime;
  #text: string | undefined;

  constructor(time: ZonedTime) {
    super();
    this.#time = time;
  }

  override valueOf(): string {
    this.#text ??= formatTime(this.#time, "%Y-%m-%d %H:%M:%S %z");
    return this.#text;
  }

  static timeOf(value: TimeValue): ZonedTime {
    return value.#time;
  }
}
