/**
 * Lets go of engines that are used once. The packages `tagformat` and `mathtools` register a class under a new name for
 * each engine, which holds on to all of it, and nothing ever takes it out again: 50 kB for each text with definitions.
 */
import tags from "mathjax-full/js/input/tex/Tags.js";

const { TagsFactory, NoTags } = tags;

/** Runs what makes engines and has done with them when it ends. */
export function forgetEngines<Result>(run: () => Result): Result {
  const add = TagsFactory.add;
  const names: string[] = [];
  TagsFactory.add = (name, tagsClass) => {
    if (/Tags-\d+$/.test(name)) names.push(name);
    add(name, tagsClass);
  };
  try {
    return run();
  } finally {
    TagsFactory.add = add;
    for (const name of names) add(name, NoTags);
  }
}
