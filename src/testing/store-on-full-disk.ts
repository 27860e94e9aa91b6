/** Stores values until the disk is full, and says what it can read then and why it could not be written. */
import { openValueStore } from "../util/value-store/open-value-store.js";
import { readStored, storedKey, storedValue } from "./stored-values.js";

const [, , folder = "", count, retainAfterEach] = process.argv;
const store = openValueStore(folder);
for (let number = 0; number < Number(count); number++) {
  store.set(storedKey(number), storedValue(number));
  if (retainAfterEach === "true") store.retain([storedKey(number)]);
}
store.flush();
const stored = readStored(store.get, Number(count)).length;
const code = (store.fault?.error as NodeJS.ErrnoException | undefined)?.code;
store.close();
console.log(JSON.stringify({ code, stored }));
