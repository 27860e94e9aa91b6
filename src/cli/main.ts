#!/usr/bin/env node
/** The program's entry: the only file that ends the process. Everything else is loaded from here when it is needed. */
import * as nodeModule from "node:module";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`error Postulate needs Node.js 20.19 or later, but this is ${process.versions.node}`);
  process.exitCode = 2;
} else {
  // Node 22 and later can keep compiled code between processes; the types are those of Node 20.
  (nodeModule as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
  const { createProcessWorld } = await import("./create-process-world.js");
  const world = createProcessWorld();
  const args = process.argv.slice(2);
  if (args.length === 1 && (args[0] === "--version" || args[0] === "-v")) {
    // Scripts and editors ask this alone, and often: no command is loaded for it.
    const { readVersion } = await import("./read-version.js");
    world.terminal.print(readVersion());
  } else {
    const { runProgram } = await import("./run-program.js");
    process.exitCode = await runProgram(args, world);
  }
}
