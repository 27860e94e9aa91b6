// Writes docs/math-delimiters.md from what the parsers make of each form. Run it after `npm run compile`.
import { writeFileSync } from "node:fs";
import { createDelimitersPage } from "../lib/testing/create-delimiters-page.js";

writeFileSync(new URL("../docs/math-delimiters.md", import.meta.url), createDelimitersPage());
