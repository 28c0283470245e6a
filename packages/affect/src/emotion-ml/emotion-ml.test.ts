import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { arbitraryEstimate } from "../arbitrary-estimate.test.ts";
import {
  abstain,
  CATEGORIES,
  fromEmotionML,
  InvalidEmotionMLError,
  makeEstimate,
  toEmotionML,
} from "../index.ts";
import published from "./vocabularies.json" with { type: "json" };

const VOC = "http://www.w3.org/TR/emotion-voc/xml";
const source = { kind: "model", id: "text-ngram", version: "1.0.0" } as const;

function document(content: string, attributes = `category-set="${VOC}#big6"`): string {
  return `<emotionml version="1.0" xmlns="http://www.w3.org/2009/10/emotionml" ${attributes}>${content}</emotionml>`;
}

function refusal(xml: string): InvalidEmotionMLError {
  try {
    fromEmotionML(xml);
  } catch (error) {
    if (error instanceof InvalidEmotionMLError) return error;
    throw error;
  }
  throw new Error(`read without complaint: ${xml.slice(0, 200)}`);
}

describe("A7 EmotionML that we wrote", () => {
  test("A7.1 every list of estimates comes back exactly", () => {
    fc.assert(
      fc.property(fc.array(arbitraryEstimate(), { maxLength: 5 }), (estimates) => {
        expect(fromEmotionML(toEmotionML(estimates))).toEqual(estimates);
      }),
    );
  });

  test("A7.2 spans, evidence and digests come back exactly", () => {
    const full = makeEstimate({
      modality: "voice",
      span: { startMs: 250, endMs: 1840 },
      likelihood: { Sadness: 0.81 },
      dimensions: { valence: { mean: -0.62, sd: 0.21 } },
      evidence: [{ kind: "text-span", start: 8, end: 20, category: "Sadness", weight: -0.44 }],
      source: { ...source, digest: `sha256:${"ab".repeat(32)}` },
    });
    const silent = abstain({
      modality: "voice",
      reason: "silence",
      detail: 'Nothing "said" <yet> & so\non.',
      source,
    });
    expect(fromEmotionML(toEmotionML([silent, full, silent]))).toEqual([silent, full, silent]);
    expect(toEmotionML([full])).toContain('expressed-through="voice" offset-to-start="250" duration="1590"');
  });

  test("A7.3 the 40 categories are a vocabulary declared in the document", () => {
    const xml = toEmotionML([makeEstimate({ modality: "text", likelihood: { Awe: 0.5 }, source })]);
    expect(xml).toContain('<vocabulary type="category" id="emonet">');
    expect(xml).toContain('category-set="#emonet"');
    for (const { id } of CATEGORIES) expect(xml).toContain(`<item name="${id}"/>`);
  });

  test("A7.4 dimensions are the W3C's pleasure, arousal and dominance on [0, 1]", () => {
    const dimensions = { valence: { mean: -0.5, sd: 0.2 }, dominance: { mean: 1, sd: 0.2 } };
    const xml = toEmotionML([makeEstimate({ modality: "text", dimensions, source })]);
    expect(xml).toContain(`dimension-set="${VOC}#pad-dimensions"`);
    expect(xml).toContain('<dimension name="pleasure" value="0.25"/>');
    expect(xml).toContain('<dimension name="dominance" value="1"/>');
    expect(xml).not.toContain('<dimension name="arousal"');
  });

  test("A7.5 a value that was changed beside its spread is refused rather than guessed", () => {
    const dimensions = { valence: { mean: -0.5, sd: 0.2 } };
    const xml = toEmotionML([makeEstimate({ modality: "text", dimensions, source })]);
    expect(refusal(xml.replace('value="0.25"', 'value="0.75"')).message).toContain("disagree");
  });

  test("A7.6 a control character cannot be written and says so", () => {
    const odd = makeEstimate({
      modality: "text",
      likelihood: { Awe: 1 },
      source: { ...source, id: "a\u0000b" },
    });
    expect(() => toEmotionML([odd])).toThrow(RangeError);
  });
});

describe("A8 EmotionML of others", () => {
  test("A8.1 categories of the W3C's vocabularies are placed among the 40", () => {
    const [estimate] = fromEmotionML(document('<emotion><category name="happiness" value="0.4"/></emotion>'));
    expect(estimate).toMatchObject({ modality: "fused", likelihood: { Elation: 0.4 }, abstained: null });
  });

  test("A8.2 a likelihood is value times confidence, each 1 where not given", () => {
    const read = (attributes: string) =>
      fromEmotionML(document(`<emotion><category name="anger" ${attributes}/></emotion>`))[0]?.likelihood
        .Anger;
    expect(read("")).toBe(1);
    expect(read('value="0.5"')).toBe(0.5);
    expect(read('confidence="0.25"')).toBe(0.25);
    expect(read('value="0.5" confidence="0.5"')).toBe(0.25);
  });

  test("A8.3 dimensions of pad and fsre go onto [-1, 1], and those without counterpart are left out", () => {
    const pad = `<emotion dimension-set="${VOC}#pad-dimensions"><dimension name="pleasure" value="0.75"/></emotion>`;
    const fsre =
      `<emotion dimension-set="${VOC}#fsre-dimensions"><dimension name="potency" value="0"/>` +
      `<dimension name="unpredictability" value="1"/></emotion>`;
    const [first, second] = fromEmotionML(document(pad + fsre));
    expect(first?.dimensions).toEqual({ valence: { mean: 0.5, sd: 0.5 } });
    expect(second?.dimensions).toEqual({ dominance: { mean: -1, sd: 0.5 } });
  });

  test("A8.4 a trace counts with its mean", () => {
    const xml =
      '<emotion><category name="fear"><trace freq="10 Hz" samples="0.1 0.2 0.6"/></category></emotion>';
    expect(fromEmotionML(document(xml))[0]?.likelihood.Fear).toBeCloseTo(0.3, 12);
  });

  test.each([
    ["text", "text"],
    ["voice", "voice"],
    ["face", "face"],
    ["face gaze", "face"],
    ["face voice", "fused"],
    ["gesture", "fused"],
  ])("A8.5 expressed-through %s is modality %s", (channels, modality) => {
    const xml = `<emotion expressed-through="${channels}"><category name="fear"/></emotion>`;
    expect(fromEmotionML(document(xml))[0]?.modality).toBe(modality);
  });

  test("A8.6 an offset with a duration is the span", () => {
    const xml =
      '<emotion expressed-through="voice" offset-to-start="100" duration="50"><category name="fear"/></emotion>';
    expect(fromEmotionML(document(xml))[0]?.span).toEqual({ startMs: 100, endMs: 150 });
  });

  test("A8.7 a vocabulary of the document's own is read where it bears our names", () => {
    const own = (name: string) =>
      document(
        `<vocabulary type="category" id="moods"><item name="${name}"/></vocabulary>` +
          `<emotion><category name="${name}" value="0.5"/></emotion>`,
        'category-set="#moods"',
      );
    expect(fromEmotionML(own("Sadness"))[0]?.likelihood).toEqual({ Sadness: 0.5 });
    expect(refusal(own("zest")).message).toContain("among the 40");
  });

  test("A8.8 comments, text, CDATA, references, other namespaces in <info> and prefixes are read over", () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?><!-- a --><?style x?>
      <e:emotionml version='1.0' xmlns:e="http://www.w3.org/2009/10/emotionml" xml:lang="en" xmlns:o="urn:o">
        <e:info>free &amp; plain &#x1F602; <o:thing o:a="1" b="2"/></e:info>
        <e:emotion category-set="https://www.w3.org/TR/emotion-voc/xml#everyday-categories">Hello
          <![CDATA[<not> an element]]><e:category name="sad" value="1e-1"/>
          <e:reference uri="file:ext/02.avi#t=3,15" role="expressedBy" media-type="video/avi"/></e:emotion>
      </e:emotionml>`;
    expect(fromEmotionML(xml)[0]?.likelihood).toEqual({ Sadness: 0.1 });
  });

  test("A8.9 a document without emotions has no estimates", () => {
    expect(fromEmotionML(document(""))).toEqual([]);
  });

  test("A8.10 humility, appraisals and action tendencies are checked, and left out", () => {
    const xml =
      `<emotion category-set="${VOC}#frijda-categories" appraisal-set="${VOC}#occ-appraisals" ` +
      `action-tendency-set="${VOC}#frijda-action-tendencies"><category name="humility"/>` +
      `<appraisal name="effort" value="0.1"/><action-tendency name="approach"/></emotion>`;
    expect(fromEmotionML(document(xml))[0]?.likelihood).toEqual({});
  });
});

// The numbers are those of the W3C's "EmotionML 1.0: Implementation Report" (http://www.w3.org/2002/mmi/2013/emotionml-ir/).
describe("A9 a document that breaks the recommendation is refused", () => {
  const category = '<category name="anger"/>';
  const emotion = (content: string, attributes = "") =>
    document(`<emotion ${attributes}>${content}</emotion>`);
  const dimension = (content: string) => emotion(content, `dimension-set="${VOC}#pad-dimensions"`);
  const vocabulary = (attributes: string, content: string) =>
    document(`<vocabulary ${attributes}>${content}</vocabulary>`);
  const trace = (attributes: string) => emotion(`<category name="anger"><trace ${attributes}/></category>`);

  test.each([
    ["101 root element", '<info xmlns="http://www.w3.org/2009/10/emotionml"/>'],
    ["102 namespace", '<emotionml version="1.0"/>'],
    ["105 two infos", document("<info/><info/>")],
    ["110 no version", '<emotionml xmlns="http://www.w3.org/2009/10/emotionml"/>'],
    ["111 another version", '<emotionml version="1.1" xmlns="http://www.w3.org/2009/10/emotionml"/>'],
    ["114 category-set of dimensions", document("", `category-set="${VOC}#fsre-dimensions"`)],
    ["117 dimension-set of categories", document("", `dimension-set="${VOC}#big6"`)],
    ["120 appraisal-set of dimensions", document("", `appraisal-set="${VOC}#fsre-dimensions"`)],
    ["123 action-tendency-set of dimensions", document("", `action-tendency-set="${VOC}#fsre-dimensions"`)],
    ["114 unknown vocabulary", document("", 'category-set="http://example.org/moods.xml#moods"')],
    ["114 vocabulary not in the document", document("", 'category-set="#moods"')],
    ["155 two infos in an emotion", emotion(`${category}<info/><info/>`)],
    ["156 emotion without descriptor", emotion("")],
    ["161 category-set of dimensions", emotion(category, `category-set="${VOC}#pad-dimensions"`)],
    ["172 another version", emotion(category, 'version="1.1"')],
    ["174 id that is none", emotion(category, 'id="1 2"')],
    [
      "174 id given twice",
      document(`<emotion id="a">${category}</emotion><emotion id="a">${category}</emotion>`),
    ],
    ["210 no category-set", document(`<emotion>${category}</emotion>`, "")],
    ["211 category without name", emotion("<category/>")],
    ["212 name not in the vocabulary", emotion('<category name="joy"/>')],
    [
      "212 the emotion's own set decides",
      emotion('<category name="anger"/>', `category-set="${VOC}#pad-dimensions"`),
    ],
    ["213 the same category twice", emotion(category + category)],
    [
      "216 value and trace",
      emotion('<category name="anger" value="1"><trace freq="1 Hz" samples="1"/></category>'),
    ],
    ["220 no dimension-set", emotion('<dimension name="arousal" value="0.1"/>')],
    ["222 name not in the vocabulary", dimension('<dimension name="potency" value="0.1"/>')],
    [
      "223 the same dimension twice",
      dimension('<dimension name="arousal" value="0"/><dimension name="arousal" value="0"/>'),
    ],
    ["224 dimension without value", dimension('<dimension name="arousal"/>')],
    ["230 no appraisal-set", emotion('<appraisal name="effort"/>')],
    ["240 no action-tendency-set", emotion('<action-tendency name="approach"/>')],
    ["300 confidence above 1", emotion('<category name="anger" confidence="1.1"/>')],
    ["301 expressed-through is no names", emotion(category, 'expressed-through="face, voice"')],
    ["304 EmotionML inside info", document(`<info><emotion>${category}</emotion></info>`)],
    ["410 reference without uri", emotion(`${category}<reference/>`)],
    ["414 unknown role", emotion(`${category}<reference uri="a" role="mood"/>`)],
    ["420 start below 0", emotion(category, 'start="-1"')],
    ["421 end is no number", emotion(category, 'end="now"')],
    ["422 duration is no integer", emotion(category, 'duration="1.5"')],
    ["424 unknown anchor", emotion(category, 'time-ref-anchor-point="middle"')],
    ["425 offset is no integer", emotion(category, 'offset-to-start="x"')],
    ["500 value above 1", emotion('<category name="anger" value="1.5"/>')],
    ["500 value below 0", emotion('<category name="anger" value="-0.5"/>')],
    ["500 value is no number", emotion('<category name="anger" value="high"/>')],
    ["500 value is empty", emotion('<category name="anger" value=""/>')],
    ["500 value is infinite", emotion('<category name="anger" value="Infinity"/>')],
    ["501 trace without freq", trace('samples="0.1"')],
    ["502 freq without Hz", trace('freq="10" samples="0.1"')],
    ["502 freq of 0", trace('freq="0 Hz" samples="0.1"')],
    ["503 trace without samples", trace('freq="10 Hz"')],
    ["504 sample above 1", trace('freq="10 Hz" samples="0.1 2"')],
    ["600 vocabulary without item", vocabulary('type="category" id="a"', "")],
    ["602 vocabulary without type", vocabulary('id="a"', '<item name="b"/>')],
    ["603 unknown type", vocabulary('type="mood" id="a"', '<item name="b"/>')],
    ["604 vocabulary without id", vocabulary('type="category"', '<item name="b"/>')],
    ["607 item without name", vocabulary('type="category" id="a"', "<item/>")],
    ["608 item given twice", vocabulary('type="category" id="a"', '<item name="b"/><item name="b"/>')],
    ["700 element of no namespace", document('<emotion xmlns=""><category name="anger"/></emotion>')],
    ["700 unknown element", document("<mood/>")],
    ["700 unknown attribute", emotion('<category name="anger" mood="1"/>')],
  ])("A9.1 assertion %s", (_, xml) => {
    expect(refusal(xml).code).toBe("invalid-emotionml");
  });

  test("A9.2 the line of the fault is named", () => {
    expect(
      refusal(`<?xml version="1.0"?>\n\n${document('\n<emotion>\n<category name="joy"/></emotion>')}`).line,
    ).toBe(5);
  });
});

describe("A10 XML that is broken or hostile is refused", () => {
  const bomb =
    '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>' +
    document("<info>&lol2;</info>");

  test.each([
    ["an entity bomb", bomb],
    [
      "an external entity",
      `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${document("<info>&f;</info>")}`,
    ],
    ["a document type without entities", `<!DOCTYPE emotionml>${document("")}`],
    ["an unknown entity", document("<info>&nbsp;</info>")],
    ["a lone ampersand", document("<info>a & b</info>")],
    ["a reference to a control character", document("<info>&#0;</info>")],
    ["a reference beyond Unicode", document("<info>&#x110000;</info>")],
    ["a control character", document("<info>\u0001</info>")],
    ["a lone surrogate", document("<info>\uD800</info>")],
    ["XML 1.1", `<?xml version="1.1"?>${document("")}`],
    ["a declaration after the beginning", ` <?xml version="1.0"?>${document("")}`],
    ["nothing", ""],
    ["plain text", "sad"],
    ["JSON", '{"emotion":"sad"}'],
    ["two roots", document("") + document("")],
    ["text after the root", `${document("")}x`],
    [
      "an element that is not closed",
      '<emotionml version="1.0" xmlns="http://www.w3.org/2009/10/emotionml">',
    ],
    ["a wrong closing tag", "<a><b></a></b>"],
    ["an attribute without quotes", "<a b=c/>"],
    ["an attribute without value", "<a b/>"],
    ["an attribute given twice", '<a b="1" b="2"/>'],
    ["an attribute given twice under two prefixes", '<a xmlns:x="u" xmlns:y="u" x:b="1" y:b="2"/>'],
    ["attributes without space between", '<a b="1"c="2"/>'],
    ["an attribute holding <", '<a b="<"/>'],
    ["a prefix that is not declared", "<x:a/>"],
    ["a comment that is not closed", "<!-- "],
    ["a comment with -- inside", `<!-- a -- b -->${document("")}`],
    ["CDATA that is not closed", document("<![CDATA[")],
    ["]]> in text", document("]]>")],
    ["a declaration inside an element", document("<!ELEMENT a ANY>")],
    ["a tag that is not closed", "<a"],
  ])("A10.1 %s", (_, xml) => {
    expect(refusal(xml).line).toBeGreaterThan(0);
  });

  test.each([
    ["a text over 10 million characters", () => document(" ".repeat(10_000_000))],
    ["a million nested elements", () => document("<info>".repeat(1_000_000))],
    [
      "a million attributes",
      () => `<a ${Array.from({ length: 300_000 }, (_, i) => `b${i}="1"`).join(" ")}/>`,
    ],
    ["a million open comments", () => document("<!--".repeat(1_000_000))],
    ["a million ampersands", () => document("&".repeat(1_000_000))],
  ])(
    "A10.2 %s is refused in seconds",
    (_, make) => {
      const xml = make();
      const before = performance.now();
      refusal(xml);
      expect(performance.now() - before).toBeLessThan(10_000);
    },
    30_000,
  );

  test("A10.3 whatever the text, the answer is estimates or this error", () => {
    const seed = toEmotionML([makeEstimate({ modality: "text", likelihood: { Awe: 0.5 }, source })]);
    fc.assert(
      fc.property(
        fc.nat(seed.length),
        fc.nat(40),
        fc.string({ maxLength: 8, unit: "binary" }),
        (at, cut, put) => {
          const xml = seed.slice(0, at) + put + seed.slice(at + cut);
          try {
            expect(Array.isArray(fromEmotionML(xml))).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(InvalidEmotionMLError);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("A11 the W3C's vocabularies", () => {
  // Sizes as the Working Group Note of 1 April 2014 lists them.
  test.each([
    ["big6", 6],
    ["everyday-categories", 17],
    ["occ-categories", 22],
    ["fsre-categories", 24],
    ["frijda-categories", 12],
    ["pad-dimensions", 3],
    ["fsre-dimensions", 4],
    ["intensity-dimension", 1],
    ["occ-appraisals", 11],
    ["scherer-appraisals", 20],
    ["ema-appraisals", 12],
    ["frijda-action-tendencies", 10],
  ])("A11.1 %s has %i names, each once", (id, size) => {
    const names = published.vocabularies
      .find((vocabulary) => vocabulary.id === id)
      ?.items.map(({ name }) => name);
    expect(new Set(names).size).toBe(size);
    expect(names).toHaveLength(size);
  });

  test("A11.2 every category has weights that sum to 1 with an argument, or a reason to be unmapped", () => {
    const ids = new Set<string>(CATEGORIES.map(({ id }) => id));
    for (const { type, items } of published.vocabularies) {
      for (const item of type === "category" ? items : []) {
        const { weights, because, unmapped } = item as {
          weights?: object;
          because?: string;
          unmapped?: string;
        };
        expect(because ?? unmapped).toMatch(/\.$/);
        const shares = Object.values(weights ?? { none: 1 }) as number[];
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(1);
        expect(Object.keys(weights ?? {}).every((id) => ids.has(id))).toBe(true);
      }
    }
  });
});
