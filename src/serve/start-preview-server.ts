import { createFolderFiles } from "./create-folder-files.js";
import { createSiteHandler } from "./create-site-handler.js";
import { type RunningServer, startServer } from "./start-server.js";

export interface PreviewServerOptions {
  /** The folder of a finished site. */
  readonly rootDir: string;
  /** `/blog`, without a slash at the end; empty for the root. */
  readonly baseurl: string;
  /** 4000 unless given; the next free one from there on. 0 for any. */
  readonly port?: number;
  /** 127.0.0.1 unless given. */
  readonly host?: string;
  readonly onError?: (error: unknown) => void;
}

/** Serves a finished site from its folder as a static host would, nothing added. Throws a `ServerStartError`. */
export function startPreviewServer(options: PreviewServerOptions): Promise<RunningServer> {
  const { rootDir, baseurl, port = 4000, host = "127.0.0.1", onError } = options;
  const site = { files: createFolderFiles(rootDir), baseurl };
  return startServer({
    host,
    port,
    handler: createSiteHandler({ currentSite: () => site }),
    ...(onError === undefined ? {} : { onError }),
  });
}
