import { GroundMoved } from "../util/ground-moved.js";

/** Thrown where a file is no longer what it was when the build looked at it. */
export class SourceChanged extends GroundMoved {
  constructor(path: string) {
    super(`"${path}" was changed while the site was built`);
    this.name = "SourceChanged";
  }
}
