/** `{% ifchanged %}…{% endifchanged %}`: prints its content unless it is what was printed the last time. */
import { renderToText } from "../evaluate/render-parts.js";
import type { TagDefinition } from "./tag-context.js";

const LAST = "ifchanged";

export const ifchangedTag: TagDefinition = {
  parse: (_markup, { readBlock }) => {
    const parts = readBlock();
    return (context, emitter) => {
      const text = renderToText(parts, context);
      const last = context.getRegister<{ text?: unknown }>(LAST, {});
      if (last.text === text) return;
      last.text = text;
      emitter.write(text);
    };
  },
};
