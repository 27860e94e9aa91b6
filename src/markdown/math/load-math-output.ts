import type { MathConfig } from "../../model/config.js";
import type { MathOutput } from "./math-output.js";
import { MATHML_OUTPUT, SVG_OUTPUT } from "./svg-output.js";

/** What draws the formulas of a site. */
export async function loadMathOutput(output: MathConfig["output"]): Promise<MathOutput> {
  if (output === "mathml") return MATHML_OUTPUT;
  if (output === "svg") return SVG_OUTPUT;
  const { createChtmlOutput } = await import("./chtml-output.js");
  return createChtmlOutput();
}
