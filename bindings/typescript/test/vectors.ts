// node vectors.js ROOT OUT: decodes, encodes and compares every vector of the repository at ROOT.

import { createHmac } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { LosslessNumber, parse, stringify } from "lossless-json";
import { Invalid, codec } from "../src/wire.js";

interface Vector {
  name: string;
  group: string;
  value: unknown;
  accept: boolean;
  at?: string;
}

interface Known {
  secret: string;
  external_id: string;
  hmac: string;
}

const [root = "", out = ""] = process.argv.slice(2);
const results: unknown[] = [];
for (const file of readdirSync(join(root, "crates"), { recursive: true, encoding: "utf8" })) {
  if (!file.endsWith(".schema.json")) continue;
  const types = codec<Record<string, unknown>>(
    JSON.parse(readFileSync(join(root, "crates", file), "utf8")) as { $id: string },
  );
  const api = basename(file, ".schema.json");
  const vectors = join(root, "tests/vectors", api);
  for (const file of readdirSync(vectors)) {
    const type = basename(file, ".json");
    const all = parse(readFileSync(join(vectors, file), "utf8")) as { vectors: Vector[] };
    for (const { name, group, value, accept, at } of all.vectors) {
      results.push({ api, type, name, group, ...outcome(type, stringify(value) ?? "", accept, at) });
    }
  }

  function outcome(type: string, text: string, accept: boolean, at: string | undefined) {
    try {
      const back = types.encode(type, types.decode(type, text));
      const ok = accept && same(parse(text), parse(back));
      return { ok, detail: ok ? "" : accept ? `came back as ${back}` : "accepted" };
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      return { ok: !accept, place: accept || at === undefined ? undefined : error.at === at, detail: error.message };
    }
  }
}
const hmac = JSON.parse(readFileSync(join(root, "tests/vectors/hmac.json"), "utf8")) as { vectors: Known[] };
for (const known of hmac.vectors) {
  const computed = createHmac("sha256", known.secret).update(known.external_id).digest("base64");
  const ok = computed === known.hmac;
  results.push({ api: "proficient", type: "UserHmac", name: known.external_id, group: "hmac", ok, detail: computed });
}
writeFileSync(out, JSON.stringify({ language: "typescript", results }, null, 1));

/** Whether two values are equal; numbers are by their value. */
function same(one: unknown, two: unknown): boolean {
  if (one instanceof LosslessNumber && two instanceof LosslessNumber) {
    const integers = [one, two].every((number) => /^-?\d+$/.test(number.value));
    return integers ? BigInt(one.value) === BigInt(two.value) : Number(one.value) === Number(two.value);
  }
  if (typeof one !== "object" || typeof two !== "object" || one === null || two === null) return one === two;
  if (Array.isArray(one) !== Array.isArray(two)) return false;
  const [names, others] = [Object.keys(one), Object.keys(two)];
  return (
    names.length === others.length &&
    names.every((name) => Object.hasOwn(two, name) && same(Reflect.get(one, name), Reflect.get(two, name)))
  );
}
