/** The parts of a parsed template: text, outputs and tags, each of which knows where it stands and cannot break a build. */
import { type Context, type Emitter, type Template, type Token, toValue } from "liquidjs";
import { createDiagnostic } from "../../diagnostics/create-diagnostic.js";
import type { TemplateSource } from "../../model/content.js";
import { WorkAbandoned } from "../../util/work-abandoned.js";
import type { Evaluate, RunPart } from "../evaluate/evaluate.js";
import { printValue } from "../filters/values.js";
import { OriginEmitter } from "../line-origins.js";
import { reportHere, stateOf, TemplateFault } from "../render-state.js";
import { messageOfError, originalOf } from "./error-message.js";

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

export function createOutput(evaluate: Evaluate, token: Token, source: TemplateSource): Template {
  const run: RunPart = (context, emitter) => {
    emitter.write(printValue(toValue(evaluate(context))));
  };
  return guardPart(run, token, source);
}

/** A tag or output whose faults at run time become diagnostics; what comes after it is still rendered. */
export function guardPart(run: RunPart, token: Token, source: TemplateSource): Template {
  const position = { source, token };
  const render = (context: Context, emitter: Emitter): void => {
    const state = stateOf(context);
    const outer = state.position;
    state.position = position;
    const origins = emitter instanceof OriginEmitter ? emitter : null;
    origins?.enter(source, token);
    try {
      const printed = run(context, emitter);
      if (printed !== undefined && printed !== null) emitter.write(printValue(printed));
    } catch (error) {
      const original = originalOf(error);
      if (original instanceof WorkAbandoned) throw original;
      state.position = position;
      reportHere(state, diagnosticOf(error));
    } finally {
      state.position = outer;
      origins?.leave();
    }
  };
  return { token, render };
}

function diagnosticOf(error: unknown): TemplateFault["create"] {
  if (error instanceof TemplateFault) return error.create;
  const message = messageOfError(error);
  return (place) => createDiagnostic("liquid-runtime", { message }, place);
}
