/** The JSON Schema with which editors complete and check `_config.yml`, made from the table of keys. */
import { configKeys } from "./config-keys.js";
import { describeKeys, type JsonSchema } from "./value-type.js";

/** Draft 7, which the YAML language server reads. Unknown keys are fine: they are data for templates. */
export function createConfigSchema(): JsonSchema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Configuration of a Postulate site",
    description: "The keys of _config.yml that have a meaning. Any other key is data for templates.",
    type: "object",
    properties: describeKeys(configKeys),
    additionalProperties: true,
  };
}
