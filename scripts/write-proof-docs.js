// Writes the pages that tests make from real output. Run it after `npm run compile`.
import { writeFileSync } from "node:fs";
import { compareCommonmark } from "../lib/testing/compare-commonmark.js";
import { createCommonmarkPage } from "../lib/testing/create-commonmark-page.js";

const docs = new URL("../docs/", import.meta.url);
writeFileSync(new URL("commonmark.md", docs), createCommonmarkPage(await compareCommonmark()));
