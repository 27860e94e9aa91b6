/** A thread that reads a shared store: posts, for each message with a location, what lies there. */
import { parentPort, workerData } from "node:worker_threads";
import { openSharedStore, type SharedStore } from "../util/value-store/open-shared-store.js";
import { readValueAt, type ValueLocation } from "../util/value-store/read-value-at.js";
import { readStored } from "./stored-values.js";

const { shared, count } = workerData as { readonly shared: SharedStore; readonly count: number };
parentPort?.on("message", (location: ValueLocation) => parentPort?.postMessage(readValueAt(location)));
parentPort?.postMessage(readStored(openSharedStore(shared).get, count));
