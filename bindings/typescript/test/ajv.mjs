// node ajv.mjs ROOT OUT: validates every vector of the repository at ROOT with ajv, and with nothing of ours.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";

const [root, out] = process.argv.slice(2);
const json = (...path) => JSON.parse(readFileSync(join(...path), "utf8"));
const integer = (least, most) => ({ type: "number", validate: (value) => value >= least && value <= most });
const formats = {
  int64: integer(-(2 ** 63), 2 ** 63),
  uint64: integer(0, 2 ** 64),
  uint: integer(0, 2 ** 64),
  uint32: integer(0, 2 ** 32 - 1),
  double: true,
  password: true,
};
const results = [];
for (const file of readdirSync(join(root, "crates"), { recursive: true })) {
  if (!file.endsWith(".schema.json")) continue;
  const api = basename(file, ".schema.json");
  const bundle = json(root, "crates", file);
  const ajv = new Ajv2020({
    allowUnionTypes: true,
    strictTypes: false,
    keywords: ["version", "x-enum-descriptions"],
    formats,
  });
  ajv.addSchema(bundle);
  for (const file of readdirSync(join(root, "tests/vectors", api))) {
    const type = basename(file, ".json");
    const validate = ajv.getSchema(`${bundle.$id}#/$defs/${type}`);
    for (const { name, group, value, accept } of json(root, "tests/vectors", api, file).vectors) {
      const ok = validate(value) === accept;
      results.push({ api, type, name, group, ok, detail: ajv.errorsText(validate.errors) });
    }
  }
}
writeFileSync(out, JSON.stringify({ language: "ajv", results }, null, 1));
