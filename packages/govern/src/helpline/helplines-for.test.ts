import { describe, expect, it } from "vitest";

import { HELPLINE_COUNTRIES, helplinesFor } from "../index.ts";

describe("helplinesFor", () => {
  it("H1: knows at least forty countries", () => {
    expect(HELPLINE_COUNTRIES.length).toBeGreaterThanOrEqual(40);
  });

  // 988lifeline.org; samaritans.org; telefonseelsorge.de; orf.at; 143.ch; 3114.fr; the list named in helplines.json.
  it.each([
    ["US", "911", "call or text 988"],
    ["CA", "911", "988"],
    ["GB", "999", "116 123"],
    ["IE", "112", "116 123"],
    ["DE", "112", "0800 111 0 111"],
    ["AT", "112", "142"],
    ["CH", "112", "143"],
    ["FR", "112", "3114"],
    ["ES", "112", "024"],
    ["NL", "112", "0800 0113"],
    ["BR", "192", "188"],
    ["AU", "000", "13 11 14"],
    ["IN", "112", "14416"],
  ])("H2: gives %s its emergency number and first line", (country, emergency, contact) => {
    const lines = helplinesFor(country);
    expect(lines.country).toBe(country);
    expect(lines.emergency).toBe(emergency);
    expect(lines.entries[0]?.contact).toBe(contact);
  });

  it("H3: reads codes in any case, locales and the United Kingdom's nickname", () => {
    expect(helplinesFor("de-AT").country).toBe("AT");
    expect(helplinesFor("gb").country).toBe("GB");
    expect(helplinesFor("UK").country).toBe("GB");
  });

  it.each([undefined, "", "XX", "toString", "__proto__", "Atlantis"])(
    "H4: gives the directory for the unknown country %j",
    (country) => {
      const lines = helplinesFor(country);
      expect(lines).not.toHaveProperty("country");
      expect(lines.emergency).toBe("your local emergency number");
      expect(lines.entries[0]?.contact).toBe("https://findahelpline.com");
    },
  );

  it("H5: says of every line where and when it was checked", () => {
    for (const country of HELPLINE_COUNTRIES) {
      const lines = helplinesFor(country);
      expect(lines.emergency).toMatch(/^\d{2,5}$/);
      expect(lines.entries.length).toBeGreaterThan(0);
      for (const line of lines.entries) {
        expect(line.source).toMatch(/^https:\/\//);
        expect(line.checkedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
        expect(line.languages.length).toBeGreaterThan(0);
        expect(line.name).not.toBe("");
        expect(line.contact).not.toBe("");
        expect(line.hours).not.toBe("");
      }
    }
  });
});
