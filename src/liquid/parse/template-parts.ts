/** The parts of a parsed template: text, outputs and tags, each of which knows where it stands and cannot break a build. */
import { type Context, type Emitter, type Template, type Token, toValue, type Value } from "liquidjs";
import { createDiagnostic } from "../../diagnostics/create-diagnostic.js";
import type { TemplateSource } from "../../model/content.js";
import { GroundMoved } from "../../util/ground-moved.js";
import { printValue } from "../filters/values.js";
import { OriginEmitter } from "../line-origins.js";
import { reportHere, stateOf, TemplateFault } from "../render-state.js";
import { messageOfError, originalOf } from "./error-message.js";

type Rendering = Generator<unknown, unknown, unknown>;

/** Text as it stands; without a token, nothing. */
export function createText(token: Token | null, source: TemplateSource): Template {
  const text = token === null ? "" : token.input.slice(token.begin, token.end);
  return {
    token: token ?? ({ begin: 0, end: 0 } as Token),
    render: (_context: Context, emitter: Emitter): void => {
      if (emitter instanceof OriginEmitter && token !== null) emitter.writeSource(text, source, token.begin);
      else emitter.write(text);
    },
  };
}

export function createOutput(value: Value, token: Token, source: TemplateSource): Template {
  const render = function* (context: Context, emitter: Emitter): Rendering {
    emitter.write(printValue(toValue(yield value.value(context))));
    return undefined;
  };
  return guardTag({ token, render }, token, source);
}

/** A tag or output whose faults at run time become diagnostics; what comes after it is still rendered. */
export function guardTag(part: Template, token: Token, source: TemplateSource): Template {
  const render = function* (context: Context, emitter: Emitter): Rendering {
    const state = stateOf(context);
    const outer = state.position;
    const position = { source, token };
    state.position = position;
    if (emitter instanceof OriginEmitter) emitter.enter(source, token);
    try {
      const printed: unknown = yield part.render(context, emitter);
      if (printed !== undefined && printed !== null) emitter.write(printValue(printed));
      return undefined;
    } catch (error) {
      const original = originalOf(error);
      if (original instanceof GroundMoved) throw original;
      state.position = position;
      reportHere(state, diagnosticOf(error));
      return undefined;
    } finally {
      state.position = outer;
      if (emitter instanceof OriginEmitter) emitter.leave();
    }
  };
  return { token: part.token, render };
}

function diagnosticOf(error: unknown): TemplateFault["create"] {
  if (error instanceof TemplateFault) return error.create;
  const message = messageOfError(error);
  return (place) => createDiagnostic("liquid-runtime", { message }, place);
}
