import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createTimeZone, formatDay, formatIso8601 } from "../../util/time-zone.js";
import { defineCommand } from "../command.js";
import { createPostText } from "../create-post-text.js";
import { readSettings, type Settings } from "../read-settings.js";
import { sourceOptions } from "../shared-options.js";
import { slugOfTitle } from "../slug-of-title.js";
import { shortPath } from "../terminal/format-summary.js";
import { UsageError } from "../usage-error.js";

export const newCommand = defineCommand({
  name: "new",
  aliases: ["post"],
  summary: "Makes a dated post, ready to write",
  description: [
    "Makes _posts/<today>-<title>.md with its front matter, and prints its path. An existing file is never overwritten.",
  ],
  positional: { name: "TITLE", description: "The post's title" },
  options: {
    ...sourceOptions,
    date: {
      type: "text",
      valueName: "YYYY-MM-DD",
      description: "The day of the post; today in the site's time zone unless given",
    },
    draft: { type: "flag", description: "Makes a draft in _drafts, without a date" },
    category: {
      type: "list",
      short: "c",
      valueName: "NAMES",
      description: "Categories, separated by commas",
    },
    tag: { type: "list", short: "t", valueName: "NAMES", description: "Tags, separated by commas" },
    slug: {
      type: "text",
      valueName: "NAME",
      description: "The name in the file's name and URL; made from the title unless given",
    },
  },
  async run(values, positional, world) {
    const title = positional.replace(/\s+/g, " ").trim();
    if (title === "")
      throw new UsageError("A post needs a title", 'postulate new "On the sum of two squares"');
    if (values.draft && values.date !== undefined)
      throw new UsageError("A draft has no date yet", "Leave out --date or --draft");
    const settings = await readSettings(values, world);
    if (settings === null) return 1;
    const moment = formatMoment(settings);
    const day = values.date === undefined ? moment.slice(0, 10) : readDay(values.date);
    const slug = slugOfTitle(values.slug ?? title);
    const file = values.draft ? path.join("_drafts", `${slug}.md`) : path.join("_posts", `${day}-${slug}.md`);
    const text = createPostText({
      title,
      // The file's name says the day; the time orders the posts of one day.
      date:
        values.draft || values.date !== undefined
          ? null
          : moment.replace("T", " ").replace(/([+-]\d\d):(\d\d)$/, " $1$2"),
      categories: values.category ?? [],
      tags: values.tag ?? [],
    });
    const created = path.join(settings.sourceDir, file);
    writeNewFile(created, text);
    world.terminal.print(shortPath(created, world.currentDir));
    return 0;
  },
});

/** Now, as the site's clock shows it: ISO 8601. */
function formatMoment({ config, nowMs }: Settings): string {
  return formatIso8601(createTimeZone(config.timezone)?.at(nowMs) ?? { epochMs: nowMs, offsetMinutes: 0 });
}

/** `2026-3-4` as `2026-03-04`; a day that the calendar does not have is no day. */
function readDay(date: string): string {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(date.trim()) ?? [];
  const written = [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
  const epochMs = Date.parse(`${written}T00:00:00Z`);
  if (!Number.isNaN(epochMs) && formatDay({ epochMs, offsetMinutes: 0 }) === written) return written;
  throw new UsageError(`"${date}" is no day`, "Write it as 2026-03-04");
}

function writeNewFile(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: "wx" });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== "EEXIST") throw new UsageError(`${file} cannot be written: ${message}`);
    throw new UsageError(
      `${file} exists already, and stays as it is`,
      "Choose another title, or a --slug of its own",
    );
  }
}
