/** What style sheets depend on beside their own text, as answers that are kept with what became of them. */
import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { contentHash } from "../util/hash.js";

/** Names and contents of all files of the `_sass` folder; a new file there may come before another one. */
export const SASS_FOLDER = "*";

/** Of which the answer is another one in every build. */
export const SASS_FAULT = "fault";

/** The sheets of another folder, by its path from `_sass`. */
export function folderQuestion(folder: string): string {
  return `.${folder}`;
}

/** Each question has one answer, the first. */
export function createSassAnswer(sassDir: string): (question: string) => string {
  const answers = new Map<string, string>();
  const answer = (question: string): string => {
    if (question === SASS_FOLDER) return describeFiles(sassDir, listFiles(sassDir, true));
    if (question === SASS_FAULT) return randomBytes(16).toString("hex");
    const folder = path.join(sassDir, question.slice(1));
    return describeFiles(
      folder,
      listFiles(folder, false).filter((name) => /\.(?:s[ac]ss|css)$/.test(name)),
    );
  };
  return (question) => {
    const known = answers.get(question) ?? answer(question);
    answers.set(question, known);
    return known;
  };
}

function listFiles(dir: string, recursive: boolean): string[] {
  try {
    return readdirSync(dir, { recursive, encoding: "utf8" }).sort();
  } catch {
    return [];
  }
}

function describeFiles(dir: string, names: readonly string[]): string {
  return JSON.stringify(names.map((name) => [name, hashOfFile(path.join(dir, name))]));
}

function hashOfFile(file: string): string {
  try {
    return contentHash(readFileSync(file));
  } catch {
    return "";
  }
}
