import type { Liquid } from "liquidjs";

/** The options of LiquidJS as it keeps them. */
export type NormalizedOptions = Liquid["options"];
