import { setFlagsFromString } from "node:v8";

/**
 * How often a function has to run before V8 compiles it for speed, four times as much as it comes with: 67,584 bytes of code,
 * or 3,000 calls. Each thread compiles for itself what all of them run, and the least of it is worth that: this saves a
 * fifteenth of a large build's processor time. By the major version of V8, since it complains of flags that it does not know.
 */
const FLAGS: Readonly<Record<string, string>> = {
  11: "--interrupt-budget=264000",
  12: "--invocation-count-for-turbofan=12000",
};

/** For the whole process, from now on; on a V8 that nobody has measured, all stays as it is. */
export function delayOptimization(): void {
  const [major = ""] = process.versions.v8.split(".");
  const flag = FLAGS[major];
  if (flag !== undefined) setFlagsFromString(flag);
}
