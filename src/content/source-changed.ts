/** Thrown where a file is no longer what it was when the build looked at it: the build has to start again. */
export class SourceChanged extends Error {
  constructor(path: string) {
    super(`"${path}" was changed while the site was built`);
    this.name = "SourceChanged";
  }
}
