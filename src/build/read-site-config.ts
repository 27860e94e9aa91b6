/** Holds the place of the reader of configurations until it is joined: knows three keys. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Report } from "../diagnostics/report.js";
import type { SiteConfig } from "../model/config.js";
import type { BuildOptions } from "./build-types.js";

export interface SiteConfigAndDestination {
  readonly config: SiteConfig;
  readonly destinationDir: string;
}

export function readSiteConfig(options: BuildOptions, _report: Report): SiteConfigAndDestination {
  const file = path.join(options.sourceDir, "_config.yml");
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const read = (key: string): string | undefined => new RegExp(`^${key}: *(.*)$`, "m").exec(text)?.[1];
  const config = {
    baseurl: options.overrides.baseurl ?? read("baseurl") ?? "",
    timezone: read("timezone") ?? "UTC",
  } as SiteConfig;
  const destinationDir =
    options.destinationDir ?? path.resolve(options.sourceDir, read("destination") ?? "dist");
  return { config, destinationDir };
}
