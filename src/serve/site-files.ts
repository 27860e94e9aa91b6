/** The files of a finished site as a server sees them: in a folder, or in memory. */

/** A file that can be sent. */
export interface ServedFile {
  /** Below the site's root: plain text, forward slashes, no slash at the start. */
  readonly path: string;
  readonly body: Uint8Array | FileOnDisk;
}

export interface FileOnDisk {
  readonly absolutePath: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

export interface SiteFiles {
  /** The file with exactly this path; `null` when there is none, or when it lies outside the site. */
  find(path: string): Promise<ServedFile | null>;
}
