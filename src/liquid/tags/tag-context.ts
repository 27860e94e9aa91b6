/** What every tag of ours has at hand. */
import { type Context, type Emitter, type Liquid, Tag, type TagToken, type Template } from "liquidjs";
import type { TopLevelToken } from "../parse/liquidjs-types.js";
import type { ScopeWorld } from "../scope/scope-world.js";
import type { TemplateStore } from "../template-store.js";

export interface TagServices {
  readonly world: ScopeWorld;
  readonly store: TemplateStore;
}

/** One kind of tag: made from each tag of its name when a template is parsed. */
export interface TagDefinition {
  /** Given what stands after the tag's name; takes the content of a block from `rest`. Throws what is wrong with the form. */
  parse(markup: string, tools: ParseTools): RenderTag;
}

export interface ParseTools {
  readonly liquid: Liquid;
  /** Takes the parts up to the tag that ends this block. */
  readBlock(): Template[];
  /** Takes the text of a block whose content is not Liquid. */
  readVerbatim(): string;
}

/** Writes to the emitter. */
export type RenderTag = (context: Context, emitter: Emitter) => void;

type TagConstructor = Liquid["tags"][string];
type TagParser = ConstructorParameters<TagConstructor>[3];

/** The class that LiquidJS wants, from a definition. */
export function createTagClass({ parse }: TagDefinition): TagConstructor {
  return class extends Tag {
    readonly #render: RenderTag;

    constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: TagParser) {
      super(token, rest, liquid);
      this.#render = parse(token.args, {
        liquid,
        readBlock: () => readBlock(token, rest, parser),
        readVerbatim: () => readVerbatim(token, rest),
      });
    }

    override render(context: Context, emitter: Emitter): void {
      this.#render(context, emitter);
    }
  };
}

function readBlock(token: TagToken, rest: TopLevelToken[], parser: TagParser): Template[] {
  const parts: Template[] = [];
  const stream = parser
    .parseStream(rest)
    .on(`tag:end${token.name}`, () => stream.stop())
    .on("template", (part: Template) => parts.push(part))
    .on("end", () => {
      throw new Error(`tag ${token.getText()} not closed`);
    });
  stream.start();
  return parts;
}

function readVerbatim(token: TagToken, rest: TopLevelToken[]): string {
  let text = "";
  for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
    if ((next as Partial<TagToken>).name === `end${token.name}`) return text;
    text += next.getText();
  }
  throw new Error(`tag ${token.getText()} not closed`);
}
