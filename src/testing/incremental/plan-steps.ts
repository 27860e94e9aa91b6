/** From a seed to steps: which edits come after one another is known before the first build. */
import { createRandom } from "../create-random.js";
import { DOCUMENT_EDITS } from "./edit-documents.js";
import { DESTINATION_EDITS, SETTING_EDITS } from "./edit-settings.js";
import { FILE_EDITS, TEMPLATE_EDITS } from "./edit-templates.js";
import type { Operation, Step } from "./operation.js";
import { PROVING_SITE } from "./proving-site.js";
import { createScene, type Scene } from "./scene.js";

const KINDS = [
  ...[DOCUMENT_EDITS, DOCUMENT_EDITS, DOCUMENT_EDITS, DOCUMENT_EDITS],
  ...[TEMPLATE_EDITS, TEMPLATE_EDITS, FILE_EDITS, FILE_EDITS],
  ...[SETTING_EDITS, SETTING_EDITS, DESTINATION_EDITS],
];

export function planSteps(seed: number, count: number): readonly Step[] {
  const scene = createScene(PROVING_SITE, createRandom(seed));
  return Array.from({ length: count }, (_step, index) => {
    const operations: Operation[] = [];
    do
      operations.push(
        ...scene
          .pick(scene.pick(KINDS))(scene)
          .map((operation) => follow(operation, scene)),
      );
    while (scene.chance(0.25));
    // A site whose errors pile up is never written: now and then everything is put right.
    if (index % 12 === 11) operations.push(...putRight(scene));
    const session = scene.chance(0.7) ? "new" : "kept";
    return { operations, session, isSettled: scene.chance(0.15), threads: scene.chance(0.05) ? 2 : 1 };
  });
}

/** Notes what an operation leaves of the site. */
function follow(operation: Operation, { files }: Scene): Operation {
  const { kind } = operation;
  if (kind === "write" || kind === "replace") files.set(operation.path, operation.text);
  if (kind === "remove") files.delete(operation.path);
  const moved = kind === "rename" ? files.get(operation.path) : undefined;
  if (kind === "rename" && moved !== undefined) {
    files.delete(operation.path);
    files.set(operation.to, moved);
  }
  return operation;
}

function putRight(scene: Scene): readonly Operation[] {
  const operations: Operation[] = [
    { kind: "options", options: { overrides: {}, strict: false, keepGoing: false } },
  ];
  for (const path of scene.files.keys()) {
    if (!(path in PROVING_SITE)) operations.push({ kind: "remove", path });
  }
  for (const [path, text] of Object.entries(PROVING_SITE)) {
    if (scene.files.get(path) !== text) operations.push({ kind: "write", path, text });
  }
  return operations.map((operation) => follow(operation, scene));
}
