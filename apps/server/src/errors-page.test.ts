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

/** Every code of the gateway in a text of Markdown: what stands in the first column of a table, or in the second. */
function gatewayCodes(markdown: string, column: 1 | 2): string[] {
  const cells = markdown
    .split("\n")
    .flatMap((line) => (line.startsWith("|") ? [line.split("|")[column] ?? ""] : []));
  return cells
    .flatMap((cell) => [...cell.matchAll(/`([a-z_]+)`/gu)].map(([, code = ""]) => code))
    .filter((code) => code !== "code");
}

/** Every code that the gateway's sources can answer with. */
function codesOfGateway(): string[] {
  const codes = new Set<string>();
  for (const folder of ["packages/respond/src/gateway", "apps/server/src/gateway"]) {
    for (const file of readdirSync(`${ROOT}/${folder}`)) {
      if (!/(?<!\.test)\.ts$/u.test(file)) continue;
      const source = readFileSync(`${ROOT}/${folder}/${file}`, "utf8");
      // Three ways of naming one: a field, an argument after the message, a table by status.
      for (const way of [
        /wireCode: "([a-z_]+)"/gu,
        /invalidRequest\([^;]*?, *\s*"([a-z]+(?:_[a-z]+)+)"/gu,
        /\d{3}: \["[a-z_]+", "([a-z_]+)"\]/gu,
      ]) {
        for (const [, code = ""] of source.matchAll(way)) codes.add(code);
      }
    }
  }
  return [...codes].toSorted();
}

describe("docs/errors.md", () => {
  it("lists every code of the gateway, the gateway has every code it lists, and its rules agree", () => {
    const section = page.split("## Answers of the gateway")[1]?.split("\n## ")[0] ?? "";
    expect(codesOfGateway().length).toBeGreaterThan(15);
    expect(gatewayCodes(section, 1).toSorted()).toEqual(codesOfGateway());
    const rules = readFileSync(`${ROOT}/packages/respond/SPEC-gateway.md`, "utf8");
    expect(gatewayCodes(rules.split("## Errors on the wire")[1] ?? "", 2).toSorted()).toEqual(
      codesOfGateway(),
    );
  });

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
