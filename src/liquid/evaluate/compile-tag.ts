/**
 * LiquidJS's frequent tags, parsed by it and run by functions of ours that do what its generators do, step by step:
 * running generators took more time than all that they computed. Any other tag runs as LiquidJS wrote it.
 */
import {
  AssignTag,
  CaptureTag,
  CaseTag,
  type Context,
  ForTag,
  IfTag,
  isFalsy,
  type Liquid,
  type Template,
  toValue,
  UnlessTag,
} from "liquidjs";
import type { AssignParts } from "../parse/liquidjs-types.js";
import { isSame, isTrue } from "../parse/operators.js";
import { compileFor } from "./compile-for.js";
import { compileToken } from "./compile-token.js";
import { compileValue } from "./compile-value.js";
import type { Evaluate, RunPart } from "./evaluate.js";
import { renderParts, renderToText } from "./render-parts.js";
import { settle } from "./settle.js";

export function compileTag(tag: Template, liquid: Liquid): RunPart {
  if (tag instanceof IfTag) return compileIf(tag, liquid);
  if (tag instanceof UnlessTag) return compileUnless(tag, liquid);
  if (tag instanceof ForTag) return compileFor(tag);
  if (tag instanceof AssignTag) return compileAssign(tag as unknown as AssignParts, liquid);
  if (tag instanceof CaptureTag) return compileCapture(tag);
  if (tag instanceof CaseTag) return compileCase(tag, liquid);
  return (context, emitter) => settle(tag.render(context, emitter));
}

interface Branch {
  readonly test: (context: Context) => boolean;
  readonly parts: readonly Template[];
}

function compileIf({ branches, elseTemplates = [] }: IfTag, liquid: Liquid): RunPart {
  const compiled = branches.map(({ value, templates }) => ({
    test: compileTest(compileValue(value, liquid)),
    parts: templates,
  }));
  return runBranches(compiled, elseTemplates);
}

function compileUnless({ branches, elseTemplates }: UnlessTag, liquid: Liquid): RunPart {
  const compiled = branches.map(({ value, test, templates }) => {
    const holds = compileTest(compileValue(value, liquid));
    const isNegated = test === isFalsy;
    return { test: (context: Context) => holds(context) !== isNegated, parts: templates };
  });
  return runBranches(compiled, elseTemplates);
}

function compileTest(evaluate: Evaluate): Branch["test"] {
  return (context) => isTrue(evaluate(context));
}

function runBranches(branches: readonly Branch[], otherwise: readonly Template[]): RunPart {
  return (context, emitter) => {
    for (const { test, parts } of branches) {
      if (test(context)) {
        renderParts(parts, context, emitter);
        return;
      }
    }
    renderParts(otherwise, context, emitter);
  };
}

function compileAssign({ key, value }: AssignParts, liquid: Liquid): RunPart {
  const evaluate = compileValue(value, liquid);
  return (context) => {
    (context.bottom() as Record<string, unknown>)[key] = evaluate(context);
  };
}

function compileCapture({ variable, templates }: CaptureTag): RunPart {
  return (context) => {
    const text = renderToText(templates, context);
    (context.bottom() as Record<string, unknown>)[variable] = text;
  };
}

/** Every branch that fits is rendered, each once. */
function compileCase({ value, branches, elseTemplates }: CaseTag, liquid: Liquid): RunPart {
  const evaluate = compileValue(value, liquid);
  const compiled = branches.map(({ values, templates }) => ({
    values: values.map((token) => compileToken(token)),
    parts: templates,
  }));
  return (context, emitter) => {
    const target: unknown = toValue(evaluate(context));
    let isFound = false;
    for (const { values, parts } of compiled) {
      if (!values.some((read) => isSame(target, read(context)))) continue;
      isFound = true;
      renderParts(parts, context, emitter);
    }
    if (!isFound) renderParts(elseTemplates, context, emitter);
  };
}
