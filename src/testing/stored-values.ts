/**
 * Values for tests of the store, each made from a number, so that any process knows what is right. Run as a program
 * with a folder, a first number, a count and `once` or `forever`, it stores that many; `forever` until it is killed.
 */
import { contentHash } from "../util/hash.js";
import { openValueStore } from "../util/value-store/open-value-store.js";
import { createRandom } from "./create-random.js";

export function storedKey(number: number): string {
  return contentHash(`value ${number}`);
}

/** Up to 20 kB; one in fifty larger than what the store gathers before it writes. */
export function storedValue(number: number): Buffer {
  const length = number % 50 === 49 ? 1_200_000 : (number * 7919) % 20_000;
  return Buffer.alloc(length, `${number} ${storedKey(number)} `);
}

/** Numbers from 0 whose keys give a value; throws at one that gives a wrong value. */
export function readStored(get: (key: string) => Buffer | undefined, count: number): readonly number[] {
  return Array.from({ length: count }, (_, number) => number).filter((number) => {
    const value = get(storedKey(number));
    if (value !== undefined && !value.equals(storedValue(number)))
      throw new Error(`Value ${number} is wrong.`);
    return value !== undefined;
  });
}

function storeOnce(folder: string, first: number, count: number): void {
  const store = openValueStore(folder);
  const keys = Array.from({ length: count }, (_, index) => storedKey(first + index));
  for (const [index, key] of keys.entries()) {
    store.set(key, storedValue(first + index));
    if (index % 20 === 0) store.retain(keys);
  }
  store.close();
}

function storeForever(folder: string, seed: number, count: number): never {
  const random = createRandom(seed);
  const store = openValueStore(folder, { leastLimitBytes: 1_000_000 });
  process.stdout.write("ready\n");
  while (true) {
    const keys: string[] = [];
    for (let step = 0; step < 10; step++) {
      const number = Math.floor(random() * count);
      keys.push(storedKey(number));
      if (store.get(storedKey(number)) === undefined) store.set(storedKey(number), storedValue(number));
    }
    if (random() < 0.7) store.flush();
    else store.retain(keys);
  }
}

const [, program, folder = "", first, count, mode] = process.argv;
if (program === import.meta.filename) {
  if (mode === "once") storeOnce(folder, Number(first), Number(count));
  else storeForever(folder, Number(first), Number(count));
}
