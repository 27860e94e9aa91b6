import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";

test("this V8 knows the flags that it is given", () => {
  const url = new URL("./tune-v8.js", import.meta.url).href;
  const program = `(await import(${JSON.stringify(url)})).tuneV8(); console.log("done");`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    encoding: "utf8",
  });
  assert.deepEqual([stdout, stderr], ["done\n", ""]);
});
