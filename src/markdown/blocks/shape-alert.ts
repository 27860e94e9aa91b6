/**
 * GitHub's alerts: a quote whose first line is `[!NOTE]`.
 * Source: https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#alerts
 */
import { createDiagnostic } from "../../diagnostics/create-diagnostic.js";
import type { BlockLabels } from "../../model/config.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { nearestName } from "../../util/text.js";
import type { Blockquote } from "../mdast-nodes.js";
import type { BodyPlaces } from "../place-in-body.js";
import { classesOf, createParagraph, createStrong, createText, propertiesOf } from "./block-nodes.js";

const ALERT_KINDS = ["note", "tip", "important", "warning", "caution"] as const;

const MARKER = /^\[!([A-Za-z]+)\][ \t]*(?:\n|$)/;

/** Changes a quote that is an alert. Adds `alert-unknown`, and leaves such a quote a quote. */
export function shapeAlert(
  quote: Blockquote,
  places: BodyPlaces,
  labels: BlockLabels,
): readonly Diagnostic[] {
  const [paragraph] = quote.children;
  const first = paragraph?.type === "paragraph" ? paragraph.children[0] : undefined;
  if (paragraph?.type !== "paragraph" || first?.type !== "text") return [];
  const match = MARKER.exec(first.value);
  const [marker = "", word = ""] = match ?? [];
  const next = paragraph.children[1];
  const isAlone = marker.endsWith("\n") || next === undefined || next.type === "break";
  if (match === null || (marker === first.value && !isAlone)) return [];
  const kind = ALERT_KINDS.find((known) => known === word.toLowerCase());
  if (kind === undefined) {
    const place = places.placeAt(first.position?.start.offset ?? 0, word.length + 3);
    const nearest = nearestName(word, ALERT_KINDS)?.toUpperCase();
    return [createDiagnostic("alert-unknown", { word, nearest }, place)];
  }
  first.value = first.value.slice(marker.length);
  if (first.value === "") paragraph.children.splice(0, next?.type === "break" ? 2 : 1);
  if (paragraph.children.length === 0) quote.children.shift();
  quote.children.unshift(
    createParagraph("alert-title", [createStrong("alert-kind", [createText(labels[kind])])]),
  );
  const className = [...classesOf(quote), "alert", `alert-${kind}`];
  quote.data = {
    ...quote.data,
    hName: "div",
    hProperties: { ...propertiesOf(quote), className, role: "note" },
  };
  return [];
}
