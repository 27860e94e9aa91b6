/** A site of one competitor in a folder of its own: its configuration and layouts, and the posts of the corpus. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, symlinkSync } from "node:fs";
import path from "node:path";

const BENCH = import.meta.dirname;

export function createSite({ name, folder, postsFolder }, { corpus, workFolder }) {
  const site = path.join(workFolder, name);
  mkdirSync(site, { recursive: true });
  if (folder === null) cpSync(path.join(corpus, "_config.yml"), path.join(site, "_config.yml"));
  else copyPeer(path.join(BENCH, "peers", folder), site);
  // The layout that is edited has to be the site's own.
  if (name === "postulate")
    cpSync(path.join(path.dirname(BENCH), "layouts", "post.html"), path.join(site, "_layouts", "post.html"));
  cpSync(path.join(corpus, "_posts"), path.join(site, postsFolder), { recursive: true });
  return site;
}

/** The installed packages stay where they are: a link to them is enough, and what is built never writes there. */
function copyPeer(peer, site) {
  for (const entry of readdirSync(peer))
    if (entry !== "node_modules") cpSync(path.join(peer, entry), path.join(site, entry), { recursive: true });
  const modules = path.join(peer, "node_modules");
  if (existsSync(modules)) symlinkSync(modules, path.join(site, "node_modules"), "dir");
}

/**
 * Moves away what a cold build must not find. It is not deleted: some file systems (ext4 without a journal) make new files
 * slowly for a minute after they deleted many.
 */
export function removeBuilt({ output, caches }, site) {
  const away = mkdtempSync(`${site}-built-`);
  for (const entry of [output, ...caches]) {
    const built = path.join(site, entry);
    if (existsSync(built)) renameSync(built, path.join(away, path.basename(entry)));
  }
}
