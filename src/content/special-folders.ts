/** The folders whose files are something else than pages and static files. */
import type { SiteConfig } from "../model/config.js";

export type FileRole =
  | "post"
  | "draft"
  | "document"
  | "layout"
  | "include"
  | "data"
  /** In the folder that is copied to the site's root. */
  | "static"
  /** A page when it has front matter, else a static file. */
  | "other";

/** A folder and what the files below it are. */
export interface Region {
  readonly role: FileRole;
  /** `posts`, the label of a collection, or `null`. */
  readonly collection: string | null;
  /** Relative to the source; empty for the source itself. */
  readonly folder: string;
}

/** The folders with a fixed place, by path; `null` for one that is not read at all. They need not exist. */
export function findSpecialFolders(config: SiteConfig): ReadonlyMap<string, Region | null> {
  const folders = new Map<string, Region | null>();
  const add = (path: string, role: FileRole, collection: string | null = null): void => {
    const folder = path.replace(/^(?:\.?\/)+|\/+$/g, "");
    if (folder !== "") folders.set(folder, { role, collection, folder });
  };
  folders.set(config.sassDir.replace(/^(?:\.?\/)+|\/+$/g, ""), null);
  for (const { label } of config.collections) {
    if (label !== "posts" && label !== "drafts") add(`_${label}`, "document", label);
  }
  if (config.staticDir !== null) {
    // In a site made for Jekyll `layouts` is an ordinary folder, as `static` is.
    add("layouts", "layout");
    add("layouts/includes", "include");
    add(config.staticDir, "static");
  }
  add(config.layoutsDir, "layout");
  add(config.includesDir, "include");
  add(config.dataDir, "data");
  return folders;
}

/** `_posts` and `_drafts` count at any depth, though not inside another special folder. */
export function regionOfFolder(path: string, name: string, around: Region): Region {
  if (around.role !== "other") return around;
  if (name === "_posts") return { role: "post", collection: "posts", folder: path };
  if (name === "_drafts") return { role: "draft", collection: "posts", folder: path };
  return around;
}
