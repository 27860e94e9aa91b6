/** What each of the last versions of the served site changed, so that a browser that was away hears what it missed. */

export interface ChangeLog {
  /** The next version; `null` for changes that nobody can list. */
  add(version: string, changed: readonly string[] | null): void;
  /** The outputs that changed after this version, each once. `null` for "too many to tell, or not known". */
  since(version: string | null): readonly string[] | null;
}

export interface ChangeLogOptions {
  readonly mostVersions: number;
  readonly mostChanges: number;
}

export function createChangeLog({ mostVersions, mostChanges }: ChangeLogOptions): ChangeLog {
  const entries: { readonly version: string; readonly changed: readonly string[] | null }[] = [];
  return {
    add(version, changed) {
      entries.push({ version, changed });
      if (entries.length > mostVersions) entries.shift();
    },
    since(version) {
      const index = entries.findIndex((entry) => entry.version === version);
      if (index === -1) return null;
      const all = new Set<string>();
      for (const { changed } of entries.slice(index + 1)) {
        if (changed === null) return null;
        for (const path of changed) all.add(path);
      }
      return all.size > mostChanges ? null : [...all];
    },
  };
}
