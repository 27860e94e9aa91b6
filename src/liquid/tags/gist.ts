/** `{% gist user/id file %}` as a plain link: embedding would load a script of a third party into the page. */
import { createDiagnostic } from "../../diagnostics/create-diagnostic.js";
import { escapeHtml } from "../../util/text.js";
import { reportHere, stateOf } from "../render-state.js";
import { compileName } from "./include.js";
import type { TagDefinition } from "./tag-context.js";

export const gistTag: TagDefinition = {
  parse: (markup, { liquid }) => {
    const [id, file] = markup.trim().split(/\s+/);
    if (id === undefined || id === "") throw new Error("the gist's id is missing");
    const readId = compileName(id, liquid);
    return (context, emitter) => {
      const gist = readId(context).replace(/^["']|["']$/g, "");
      reportHere(stateOf(context), (place) => createDiagnostic("liquid-gist-link", { gist }, place));
      const label = file === undefined ? `Gist ${gist}` : `Gist ${gist}: ${file}`;
      emitter.write(
        `<p class="gist"><a href="https://gist.github.com/${escapeHtml(gist)}">${escapeHtml(label)}</a></p>`,
      );
    };
  },
};
