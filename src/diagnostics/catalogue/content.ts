/** What can go wrong in `content/`. */
import { row } from "../row.js";

const FORMS = "2021-03-04, 2021-03-04 10:00, 2021-03-04 10:00:00 +0100 or 2021-03-04T10:00:00Z";

export const contentCatalogue = {
  "content-link": row(
    "warning",
    ({ path, problem }: { path: string; problem: string }) =>
      `The symbolic link "${path}" is not followed: ${problem}`,
    () => "Copy the file or folder into the site, or remove the link",
  ),
  "content-unreadable": row(
    "error",
    ({ path, code }: { path: string; code: string }) =>
      `"${path}" cannot be opened: ${describeSystemError(code)}`,
    () => "Make the file readable, or leave it out with `exclude` in _config.yml",
  ),
  "content-encoding": row(
    "error",
    (facts: { encoding: "UTF-16" } | { encoding: null; byte: number }) =>
      facts.encoding === null
        ? `The file is not UTF-8: the byte 0x${facts.byte.toString(16).toUpperCase()} stands where a character should${guessCharacter(facts.byte)}`
        : "The file is UTF-16, not UTF-8",
    () => "Save the file as UTF-8",
  ),
  "post-other-file": row(
    "note",
    ({ path }: { path: string }) =>
      `"${path}" is not published: only Markdown, HTML and files with front matter are posts`,
    () => "Move it out of the folder of the posts, for example to assets/, if pages refer to it",
  ),
  "post-undated": row(
    "warning",
    ({
      day,
      dateSource,
      isShallow,
    }: {
      day: string;
      dateSource: "git" | "file";
      isShallow: boolean;
      name: string;
    }) =>
      `The post says no date, so it gets ${day} from ${dateSource === "file" ? "its file's modification time, which differs from machine to machine" : isShallow ? "the oldest commit that this shallow clone knows" : "its first commit"}`,
    ({ day, name }) =>
      `Pin the date: rename the file to ${day}-${name}, or add "date: ${day}" to its front matter`,
  ),
  "file-name-date": row(
    "error",
    ({ path, day, why }: { path: string; day: string; why: string }) =>
      `The name of "${path}" starts with ${day}, which is no date: ${why}`,
    () => "Rename the file to year-month-day-name, or give the post a `date` in its front matter",
  ),
  "front-matter-unclosed": row(
    "error",
    () => "The front matter that starts here never ends",
    () => "Write a line of three hyphens (---) after its last key",
  ),
  "front-matter-language": row(
    "error",
    ({ language }: { language: string }) =>
      `Front matter in "${language}" is not read: only YAML is, since code in a post would run on whoever builds it`,
    () => "Write --- alone on the first line, and the keys as YAML",
  ),
  "front-matter-yaml": row(
    "error",
    ({ problem }: { problem: string; hint: string }) => `The front matter cannot be read: ${problem}`,
    ({ hint }) => hint,
  ),
  "front-matter-not-a-map": row(
    "error",
    ({ found }: { found: string }) => `Front matter is made of keys with values, but this is ${found}`,
    () => "Write each line as key: value",
  ),
  "front-matter-duplicate-key": row(
    "warning",
    ({ key, firstLine }: { key: string; firstLine: number }) =>
      `The key "${key}" is given twice, first on line ${firstLine}; the last one counts`,
    () => "Remove one of them",
  ),
  "front-matter-comment": row(
    "warning",
    ({ key, kept, lost }: { key: string; kept: string; lost: string }) =>
      `"${lost}" is a comment in YAML, so that the ${key} is only "${kept}"`,
    ({ kept, lost }) => `Put the value in quotes: "${kept} ${lost}"`,
  ),
  "front-matter-escape": row(
    "warning",
    ({ key, command }: { key: string; command: string }) =>
      `In double quotes "${command.slice(0, 2)}" is a control character, so that the ${key} loses "${command}"`,
    ({ command }) => `Use single quotes, or write \\${command} with two backslashes`,
  ),
  "front-matter-unknown-key": row(
    "warning",
    ({ key }: { key: string; nearest: string }) => `The key "${key}" means nothing here`,
    ({ nearest }) => `Did you mean "${nearest}"?`,
  ),
  "front-matter-type": row(
    "error",
    ({ key, expected, found }: { key: string; expected: string; found: string }) =>
      `"${key}" should be ${expected}, but it is ${found}`,
    ({ key, expected }) => `Write ${expected}, as the value of "${key}"`,
  ),
  "front-matter-comma": row(
    "warning",
    ({ key, value }: { key: string; value: string }) =>
      `"${key}: ${value}" is split on spaces only, so that a comma becomes part of a name`,
    ({ key, value }) => `Write a list: ${key}: [${value}]`,
  ),
  "front-matter-date": row(
    "error",
    ({
      key,
      value,
      reason,
      detail,
    }: {
      key: string;
      value: string;
      reason: "form" | "zone" | "impossible";
      detail: string;
    }) =>
      reason === "form"
        ? `"${key}" is not a date that can be read: "${value}"`
        : `"${key}" is not a date: "${value}"; ${reason === "zone" ? `"${detail}" is no known time zone or offset` : detail}`,
    () => `Write a date like one of these: ${FORMS}`,
  ),
  "date-differs-from-jekyll": row(
    "warning",
    (facts: { value: string; day: string; jekyllDay: string; zone: string; offset: string }) =>
      `"${facts.value}" is read on the clock of ${facts.zone}, so that the day is ${facts.day}; Jekyll reads it as UTC and says ${facts.jekyllDay}`,
    ({ value, offset, day, jekyllDay }) =>
      `Pin it: "${value} ${offset}" keeps ${day}, "${value} +0000" keeps Jekyll's ${jekyllDay} and its URL`,
  ),
  "data-yaml": row(
    "error",
    ({ path, problem }: { path: string; problem: string; hint: string }) =>
      `The data file "${path}" cannot be read: ${problem}`,
    ({ hint }) => hint,
  ),
  "data-json": row(
    "error",
    ({ path, problem }: { path: string; problem: string }) =>
      `The data file "${path}" cannot be read: ${problem}`,
    () => "Look for a comma, quote or bracket that is missing before this place",
  ),
  "data-csv": row(
    "error",
    ({ path, problem }: { path: string; problem: string }) =>
      `The data file "${path}" cannot be read: ${problem}`,
    () => 'Put the field in double quotes, and write a quote inside it twice ("")',
  ),
  "data-duplicate-key": row(
    "warning",
    ({ key, firstLine }: { key: string; firstLine: number }) =>
      `The key "${key}" is given twice, first on line ${firstLine}; the last one counts`,
    () => "Remove one of them",
  ),
};

function describeSystemError(code: string): string {
  const known: Readonly<Record<string, string>> = {
    EACCES: "you have no permission to read it",
    EPERM: "you have no permission to read it",
    ENOENT: "it is not there any more",
    EMFILE: "too many files are open",
  };
  return known[code] ?? code;
}

/** Most files that are not UTF-8 are of Windows or Latin-1, which agree from 0xA0 on. */
function guessCharacter(byte: number): string {
  return byte >= 0xa0 ? ` (in Windows-1252 it is "${String.fromCharCode(byte)}")` : "";
}
