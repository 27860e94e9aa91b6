// Writes docs/configuration.md and docs/config.schema.json from the table of keys. Run it after `npm run compile`.
import { mkdirSync, writeFileSync } from "node:fs";
import { createConfigPage } from "../lib/config/create-config-page.js";
import { createConfigSchema } from "../lib/config/create-config-schema.js";

const docs = new URL("../docs/", import.meta.url);
mkdirSync(docs, { recursive: true });
writeFileSync(new URL("configuration.md", docs), createConfigPage());
writeFileSync(new URL("config.schema.json", docs), `${JSON.stringify(createConfigSchema(), null, 2)}\n`);
