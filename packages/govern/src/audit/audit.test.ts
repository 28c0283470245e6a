import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHAIN_START, canonicalJson, firstBreak, nextHash, sha256 } from "../index.ts";

describe("sha256", () => {
  // NIST, SHA-256 example values (csrc.nist.gov/projects/cryptographic-standards-and-guidelines/example-values).
  it.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
  ])("A1: gives NIST's digest of %j", (text, digest) => {
    expect(sha256(text)).toBe(digest);
  });

  it("A1: gives the digest that OpenSSL gives, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
      }),
      { numRuns: 500 },
    );
  });
});

describe("canonicalJson", () => {
  it("A2: writes the example of RFC 8785, §3.2.3, as printed there", () => {
    const example = {
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '€$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("A2: orders names by their UTF-16 units, as RFC 8785 does in its example", () => {
    const names = { "€": 1, "\r": 2, "\ufb33": 3, "1": 4, "😀": 5, "\u0080": 6, ö: 7 };
    expect(canonicalJson(names)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });

  it("A2: leaves out what is undefined and refuses what JSON cannot carry", () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    expect(() => canonicalJson(Number.NaN)).toThrow(RangeError);
    expect(() => canonicalJson("\ud800")).toThrow(RangeError);
  });
});

describe("a chain", () => {
  const entries = fc.array(fc.jsonValue({ maxDepth: 2 }), { minLength: 2, maxLength: 8 });
  // The cast is safe: fast-check makes what JSON can carry.
  const chained = (values: readonly unknown[]) => {
    let previous = CHAIN_START;
    return (values as readonly string[]).map((entry) => {
      previous = nextHash(previous, entry);
      return { entry, hash: previous };
    });
  };

  it("A3: holds as it was written, also after a way through JSON", () => {
    fc.assert(
      fc.property(entries, (values) => {
        const plain = JSON.parse(JSON.stringify(values)) as unknown[];
        expect(firstBreak(chained(plain))).toBeUndefined();
      }),
    );
  });

  it("A3: breaks at the entry that was changed, taken out or exchanged", () => {
    const record = chained(["a", "b", "c"]);
    const [a, b, c] = record as [(typeof record)[0], (typeof record)[0], (typeof record)[0]];
    expect(firstBreak([a, { ...b, entry: "B" }, c])).toBe(1);
    expect(firstBreak([a, c])).toBe(1);
    expect(firstBreak([b, a, c])).toBe(0);
    expect(firstBreak([a, { ...b, hash: a.hash }, c])).toBe(1);
  });
});
