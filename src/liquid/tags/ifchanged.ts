/** `{% ifchanged %}…{% endifchanged %}`: prints its content unless it is what was printed the last time. */
import type { Rendering, TagDefinition } from "./tag-context.js";

const LAST = "ifchanged";

export const ifchangedTag: TagDefinition = {
  parse: (_markup, { liquid, readBlock }) => {
    const parts = readBlock();
    return function* (context, emitter): Rendering {
      const text: unknown = yield liquid.renderer.renderTemplates(parts, context);
      const last = context.getRegister<{ text?: unknown }>(LAST, {});
      if (last.text === text) return;
      last.text = text;
      emitter.write(text);
    };
  },
};
