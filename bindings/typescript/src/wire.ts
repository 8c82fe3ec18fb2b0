// Decodes and encodes the generated types: nothing is coerced and nothing is lost.

import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import { parse, stringify } from "lossless-json";

/** An integer of 64 bits: a `bigint` when it is beyond the 53 bits that a `number` holds, a `number` otherwise. */
export type Int64 = number | bigint;

/** Whether `value` is the member of its union that the tag tells: `is(operation, "operationName", "SendMessage")`. */
export function is<Union extends object, Tag extends keyof Union, Known extends string>(
  value: Union,
  tag: Tag,
  known: Known,
): value is Extract<Union, Record<Tag, Known>> {
  return value[tag] === known;
}

/** Says what is wrong with a document, and where; quotes no value. */
export class Invalid extends Error {
  /** `at` is the JSON pointer to the value that is wrong or missing. */
  constructor(
    readonly at: string,
    what: string,
  ) {
    super(`at "${at}": ${what}`);
  }
}

export interface Codec<Types> {
  /** Reads a document; throws `Invalid`. */
  decode<Name extends keyof Types & string>(type: Name, text: string): Types[Name];
  /** Writes a value; throws `Invalid` when it is not of the type, a number out of its bounds for one. */
  encode<Name extends keyof Types & string>(type: Name, value: Types[Name]): string;
}

/** What decodes and encodes the types of a bundle, which is the file `*.schema.json` that they were made from. */
export function codec<Types>(bundle: { $id: string }): Codec<Types> {
  // The schema is the one that the Rust types keep to; its other extension keywords are words for a reader.
  const ajv = new Ajv2020({ strict: false, formats: FORMATS });
  ajv.addSchema(bundle);
  function check(type: string, text: string): unknown {
    const validate = ajv.getSchema(`${bundle.$id}#/$defs/${type}`);
    if (validate === undefined) throw new Error(`no type ${type} in ${bundle.$id}`);
    let plain = true;
    const value = read(text, (number) => {
      plain &&= INTEGER.test(number) ? Number.isSafeInteger(Number(number)) : !Number.isInteger(Number(number));
      return valueOf(number);
    });
    if (!validate(plain ? value : read(text, seen))) throw invalid(validate.errors ?? []);
    return value;
  }
  return {
    decode: (type, text) => check(type, text) as Types[typeof type],
    encode: (type, value) => {
      const text = write(value);
      check(type, text);
      return text;
    },
  };
}

const INTEGER = /^-?\d+$/;
const integer = (least: number, limit: number) =>
  ({ type: "number", validate: (value: number) => value >= least && value < limit }) as const;
const FORMATS = {
  int64: integer(-(2 ** 63), 2 ** 63),
  uint64: integer(0, 2 ** 64),
  uint: integer(0, 2 ** 64),
  uint32: integer(0, 2 ** 32),
  double: true,
  password: true,
} as const;

function read(text: string, number: (text: string) => unknown): unknown {
  try {
    return parse(text, undefined, number);
  } catch (error) {
    if (error instanceof RangeError) throw new Invalid("", "nested too deep");
    throw error instanceof SyntaxError ? new Invalid("", "not JSON") : error;
  }
}

function write(value: unknown): string {
  const finite = (_: string, part: unknown) => {
    if (typeof part === "number" && !Number.isFinite(part)) throw new Invalid("", "a number out of range");
    return part;
  };
  try {
    return stringify(value, finite) ?? "";
  } catch (error) {
    throw error instanceof RangeError ? new Invalid("", "nested too deep") : error;
  }
}

function valueOf(text: string): Int64 {
  const number = Number(text);
  if (!Number.isFinite(number)) throw new Invalid("", "a number out of range");
  return INTEGER.test(text) && !Number.isSafeInteger(number) ? BigInt(text) : number;
}

/** A number such that ajv, which sees none but a `number`, judges it as the text that it stands for. */
function seen(text: string): number {
  const number = Number(text);
  if (!INTEGER.test(text)) return Number.isInteger(number) ? withFraction(number) : number; // 1.0 is no integer
  if (Number.isSafeInteger(number)) return number;
  const exact = BigInt(text);
  if (BigInt.asIntN(64, exact) === exact) return Math.sign(number) * Number.MAX_SAFE_INTEGER;
  return BigInt.asUintN(64, exact) === exact ? 2 ** 63 : 2 * number;
}

/** A number next to this one that is no integer of 64 bits, within every bound that has zero and this one in it. */
function withFraction(number: number): number {
  if (Math.abs(number) >= 2 ** 52) return Math.sign(number) * Number.MAX_VALUE;
  return number === 0 ? Number.MIN_VALUE : number * (1 - Number.EPSILON);
}

/** The error that lies deepest, as those above it only say that no alternative fits; the last of them, as a union ends
 *  in the member that has what all have. */
function invalid(errors: ErrorObject[]): Invalid {
  const places = errors.map((error) => {
    const { missingProperty, additionalProperty } = error.params as Record<string, string | undefined>;
    const name = missingProperty ?? additionalProperty;
    const step = name === undefined ? "" : `/${name.replace(/~/g, "~0").replace(/\//g, "~1")}`;
    return { at: error.instancePath + step, what: error.message ?? "invalid" };
  });
  const depth = (at: string) => at.split("/").length;
  const deepest = places.reduce((one, next) => (depth(next.at) >= depth(one.at) ? next : one));
  return new Invalid(deepest.at, deepest.what);
}
