/** A site on disk for builds that are cut short or meet one another, and what must be true after each. */
import assert from "node:assert/strict";
import path from "node:path";
import type { BuildOptions, BuildResult } from "../../build/build-types.js";
import { MANIFEST_NAME } from "../../content/manifest-name.js";
import { listFolder } from "../../util/temporary-files.js";
import { createBuildSite, type Renderers } from "../incremental/create-build-site.js";
import { readFiles, writeFiles } from "../temporary-folder.js";

type Files = Readonly<Record<string, string | null>>;

const DISTURBED_SITE: Readonly<Record<string, string>> = {
  "_config.yml": "title: Disturbed\nurl: https://disturbed.example\nkeep_files: [kept]\n",
  "_layouts/post.html": "<h1>{{ page.title }}</h1>{{ content }}{{ page.next.title }}",
  "_posts/2024-01-01-first.md": "---\nlayout: post\ntitle: First\n---\nText.\n",
  "_posts/2024-01-02-second.md":
    "---\nlayout: post\ntitle: Second\ncategories: a\n---\n{{ site.posts.size }}\n",
  "_posts/2024-01-03-third.md": "---\nlayout: post\ntitle: Third\n---\nMore text.\n",
  "a.txt": "A file.\n",
  "b/index.md": "---\ntitle: B\n---\nA folder.\n",
};

/** Something becomes other, something is new, something goes, and a file becomes a folder. */
export const DISTURBED_EDIT: Files = {
  "_layouts/post.html": "<h2>{{ page.title }}</h2>{{ content }}",
  "_posts/2024-01-02-second.md": null,
  "_posts/2024-01-04-fourth.md": "---\nlayout: post\ntitle: Fourth\n---\nNew.\n",
  "a.txt": null,
  "a.txt/index.md": "---\ntitle: A\n---\nA folder now.\n",
  "b/": null,
  b: "A file now.\n",
};

export interface DisturbedSite {
  readonly options: BuildOptions;
  edit(files: Files): void;
  build(): Promise<BuildResult>;
  /**
   * Builds again: the destination is as from nothing, foreign files are there, no temporary file is left in it or in the
   * cache, and one more build has nothing to do.
   */
  assertRecovers(): Promise<void>;
}

/** That a cache cannot be written is a fact of the disk. */
function factsOfSite({ ok, diagnostics }: BuildResult): Pick<BuildResult, "ok" | "diagnostics"> {
  return { ok, diagnostics: diagnostics.filter(({ code }) => code !== "cache-not-writable") };
}

const FOREIGN = { "kept/by-hand.txt": "By hand.\n", "note.txt": "Not ours.\n" };

/** In an empty folder. The destination holds two files of somebody else. */
export function createDisturbedSite(folder: string, renderers: Renderers): DisturbedSite {
  const sourceDir = path.join(folder, "site");
  const destinationDir = path.join(folder, "dist");
  const cacheDir = path.join(folder, "cache");
  const builds = createBuildSite(renderers);
  writeFiles(sourceDir, DISTURBED_SITE);
  writeFiles(destinationDir, FOREIGN);
  const options: BuildOptions = {
    ...{ sourceDir, destinationDir, cacheDir, configPaths: null, overrides: {} },
    ...{ strict: false, keepGoing: false, force: false, write: true, check: false },
    nowMs: Date.UTC(2026, 11, 1, 12),
  };
  let cleanCount = 0;
  return {
    options,
    edit: (edit) => writeFiles(sourceDir, edit),
    build: () => builds.fresh(options),
    async assertRecovers() {
      const result = await builds.fresh(options);
      const cleanDir = path.join(folder, `clean-${cleanCount++}`);
      const clean = await builds.fresh({ ...options, destinationDir: cleanDir, cacheDir: null });
      assert.deepEqual(factsOfSite(result), factsOfSite(clean));
      assert.deepEqual(readFiles(destinationDir), { ...readFiles(cleanDir), ...FOREIGN });
      const leftovers = listFolder(cacheDir).filter(
        (name) => !/^(?:\.gitignore|state-[0-9a-f]{12}\.json|values-[0-9a-f]{16}\.segment)$/.test(name),
      );
      assert.deepEqual(leftovers, []);
      const again = await builds.fresh(options);
      assert.deepEqual([again.write?.written, again.write?.removed], [[], []]);
      assert.ok(Object.hasOwn(readFiles(destinationDir), MANIFEST_NAME));
    },
  };
}
