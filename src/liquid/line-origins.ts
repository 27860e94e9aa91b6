/** Collects what a template prints, and for each printed line the line of the author's file that it comes from. */
import type { Emitter, Token } from "liquidjs";
import type { TemplateSource } from "../model/content.js";

/**
 * Text of the author's own template keeps its lines. What a tag or output prints, including the text of the templates
 * that it includes, comes from the line on which the innermost tag of the author's own text starts.
 */
export class OriginEmitter implements Emitter {
  buffer = "";
  readonly #source: TemplateSource;
  readonly #lineStarts: readonly number[];
  readonly #origins: number[] = [];
  readonly #tagLines: number[] = [];
  #isAtLineStart = true;

  constructor(source: TemplateSource) {
    this.#source = source;
    this.#lineStarts = [0, ...[...source.text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  }

  /** For each line of `buffer` its line in the author's file. */
  origins(): readonly number[] {
    return this.#isAtLineStart ? [...this.#origins, this.#lastLine()] : this.#origins;
  }

  write(html: unknown): void {
    const line = this.#tagLines.at(-1) ?? this.#source.textLine;
    this.#add(String(html ?? ""), () => line);
  }

  writeSource(text: string, source: TemplateSource, offset: number): void {
    if (source !== this.#source) {
      this.write(text);
      return;
    }
    const first = this.#lineAt(offset);
    this.#add(text, (lineInText) => first + lineInText);
  }

  enter(source: TemplateSource, token: Token): void {
    const line = source === this.#source ? this.#lineAt(token.begin) : (this.#tagLines.at(-1) ?? 1);
    this.#tagLines.push(line);
  }

  leave(): void {
    this.#tagLines.pop();
  }

  #add(text: string, lineOf: (lineInText: number) => number): void {
    if (text === "") return;
    this.buffer += text;
    const lines = text.split("\n");
    lines.forEach((line, index) => {
      const isLast = index === lines.length - 1;
      if (isLast && line === "") {
        this.#isAtLineStart = index > 0 || this.#isAtLineStart;
        return;
      }
      if (this.#isAtLineStart || index > 0) this.#origins.push(lineOf(index));
      this.#isAtLineStart = false;
    });
  }

  #lastLine(): number {
    return this.#source.textLine + this.#lineStarts.length - 1;
  }

  #lineAt(offset: number): number {
    let [low, high] = [0, this.#lineStarts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return this.#source.textLine + low;
  }
}
