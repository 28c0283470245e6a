import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { PROBLEMS } from "./http/problem.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const page = readFileSync(`${ROOT}/docs/errors.md`, "utf8");
const rows = [...page.matchAll(/^\| `([a-z-]+)` *\|(.*)\|$/gmu)].map(([, code = "", rest = ""]) => ({
  code,
  rest,
}));

/** The code of every error class in the sources, with the class. */
function codesOfClasses(): { code: string; name: string }[] {
  const found = [];
  for (const workspace of ["packages", "apps"]) {
    for (const file of readdirSync(`${ROOT}/${workspace}`, { recursive: true, encoding: "utf8" })) {
      if (!/^[\w-]+[\\/]src[\\/].*(?<!\.test)\.ts$/u.test(file)) continue;
      const source = readFileSync(`${ROOT}/${workspace}/${file}`, "utf8");
      for (const [, name = "", , body = ""] of source.matchAll(
        /class (\w+) extends (\w+Error) \{([\s\S]*?)\n\}/gu,
      )) {
        const code = /^ {2}readonly code(?:: string)? = "([^"]+)";$/mu.exec(body)?.[1];
        if (code !== undefined) found.push({ code, name });
      }
    }
  }
  return found;
}

describe("docs/errors.md", () => {
  it("lists every code of the sources, and the sources have every code it lists", () => {
    const codes = [...codesOfClasses().map(({ code }) => code), ...Object.keys(PROBLEMS)];
    expect(codes.length).toBeGreaterThan(25);
    expect(rows.map(({ code }) => code).toSorted()).toEqual(codes.toSorted());
  });

  it("gives each problem its status, and each class of the packages its name", () => {
    const listed = new Map(rows.map(({ code, rest }) => [code, rest]));
    for (const [code, [status]] of Object.entries(PROBLEMS))
      expect(listed.get(code)).toContain(` ${String(status)} `);
    const own = new Set([
      "port-taken",
      "data-folder-unusable",
      "data-folder-in-use",
      "wrong-setting",
      "database-unusable",
    ]);
    for (const { code, name } of codesOfClasses()) {
      if (!own.has(code)) expect(listed.get(code)).toContain(`\`${name}\``);
    }
  });

  it("uses no code twice", () => {
    const codes = rows.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
