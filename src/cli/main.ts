#!/usr/bin/env node
/** The program's entry: the only file that ends the process. */
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`error Postulate needs Node.js 20.19 or later, but this is ${process.versions.node}`);
  process.exitCode = 2;
} else {
  const { createProcessWorld } = await import("./create-process-world.js");
  const { runProgram } = await import("./run-program.js");
  process.exitCode = await runProgram(process.argv.slice(2), createProcessWorld());
}

export {};
