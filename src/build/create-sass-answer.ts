/** What style sheets depend on beside their own text, as answers that are kept with what became of them. */
import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { SourceChanged } from "../content/source-changed.js";
import { contentHash } from "../util/hash.js";

/** Names and contents of all files of the `_sass` folder; a new file there may come before another one. */
export const SASS_FOLDER = "*";

/** Of which the answer is another one in every build. */
export const SASS_FAULT = "fault";

/** The sheets of another folder, by its path from `_sass`. */
export function folderQuestion(folder: string): string {
  return `.${folder}`;
}

export interface SassAnswer {
  /** Each question has one answer in a build, the first. */
  (question: string): string;
  /** Throws when the folder is no longer what it was at the first answer. */
  assertUnchanged(): void;
}

export function createSassAnswer(sassDir: string): SassAnswer {
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
  const recall = (question: string): string => {
    const known = answers.get(question) ?? answer(question);
    answers.set(question, known);
    return known;
  };
  const assertUnchanged = (): void => {
    if (answer(SASS_FOLDER) !== recall(SASS_FOLDER)) throw new SourceChanged(path.basename(sassDir));
  };
  return Object.assign(recall, { assertUnchanged });
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
