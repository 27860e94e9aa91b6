import type { BuildSession } from "../build/build-types.js";
import { type DevServer, type DevServerOptions, startDevServer } from "../serve/start-dev-server.js";
import { type Cleanup, createTemporaryFolder, writeFiles } from "./temporary-folder.js";

type Files = Readonly<Record<string, string | null>>;

export interface DevSite {
  readonly server: DevServer;
  readonly sourceDir: string;
  edit(files: Files): void;
}

/** A dev server over a new folder with these files. It ends with the test. */
export async function startDevSite(
  context: Cleanup,
  files: Files,
  session: BuildSession,
  options: Pick<DevServerOptions, "onError"> = {},
): Promise<DevSite> {
  const sourceDir = createTemporaryFolder(context);
  writeFiles(sourceDir, files);
  const server = await startDevServer({
    session,
    build: {
      ...{ sourceDir, destinationDir: null, cacheDir: null, configPaths: null },
      ...{ overrides: {}, strict: false },
    },
    nowMs: () => 0,
    port: 0,
    ...options,
  });
  context.after(() => server.close());
  return { server, sourceDir, edit: (edits) => writeFiles(sourceDir, edits) };
}
