import { Drop } from "liquidjs";
import type { ZonedTime } from "../../model/time.js";
import { formatTime } from "../dates/format-time.js";

/** A moment in a template. Printed alone it looks like a Ruby `Time`: `2021-03-04 00:00:00 +0000`. */
export class TimeValue extends Drop {
  readonly #time: ZonedTime;

  constructor(time: ZonedTime) {
    super();
    this.#time = time;
  }

  override valueOf(): string {
    return formatTime(this.#time, "%Y-%m-%d %H:%M:%S %z");
  }

  static timeOf(value: TimeValue): ZonedTime {
    return value.#time;
  }
}
