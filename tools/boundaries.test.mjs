import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findBoundaryViolations } from "./boundaries.mjs";

// A small house of the same shape, in which every rule is broken once.
const PLANTED = {
  "packages/affect/src/index.ts": `export { one } from "./one.ts";\nexport interface Shape { readonly n: number }`,
  "packages/affect/src/one.ts": `export const one = 1;`,
  "packages/govern/src/index.ts": `export { one } from "@openempathic/affect";`,
  "packages/respond/src/index.ts": `export const respond = 1;`,
  "packages/perceive/src/index.ts": `export const perceive = 1;`,
  "packages/perceive/src/testing/index.ts": `export const fake = 1;`,
  "apps/server/src/index.ts": `export { one } from "@openempathic/affect";`,

  "packages/affect/src/upward.ts": `import "@openempathic/respond";`,
  "packages/perceive/src/sideways.ts": `import "@openempathic/respond";`,
  "packages/affect/src/type-only.ts": `import type { respond } from "@openempathic/respond";\nexport type R = typeof respond;`,
  "packages/govern/src/back-door.ts": `import "../../affect/src/one.ts";`,
  "packages/govern/src/cycle-a.ts": `import "./cycle-b.ts";`,
  "packages/govern/src/cycle-b.ts": `import "./cycle-a.ts";`,
  "packages/affect/src/core.ts": `import "node:fs";`,
  "packages/affect/src/undeclared.ts": `import "undeclared-library";`,
  "packages/govern/src/into-an-app.ts": `import "@openempathic/server";`,
  "packages/govern/src/nowhere.ts": `import "./nowhere-at-all.ts";`,
  "apps/server/src/fake.ts": `import "@openempathic/perceive/testing";`,
};
const WORKSPACES = [
  "packages/affect",
  "packages/govern",
  "packages/respond",
  "packages/perceive",
  "apps/server",
];

let root;
let broken;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "open-empathic-boundaries-"));
  const write = (file, text) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  for (const [file, text] of Object.entries(PLANTED)) write(file, text);
  mkdirSync(join(root, "node_modules", "@openempathic"), { recursive: true });
  for (const workspace of WORKSPACES) {
    const name = `@openempathic/${workspace.split("/")[1]}`;
    write(
      join(workspace, "package.json"),
      JSON.stringify({
        name,
        type: "module",
        exports: {
          ".": { workspace: "./src/index.ts" },
          "./testing": { workspace: "./src/testing/index.ts" },
        },
        dependencies: Object.fromEntries(
          WORKSPACES.map((one) => [`@openempathic/${one.split("/")[1]}`, "*"]),
        ),
      }),
    );
    symlinkSync(join(root, workspace), join(root, "node_modules", name), "junction");
  }
  write("node_modules/undeclared-library/package.json", `{"name":"undeclared-library","main":"index.js"}`);
  write("node_modules/undeclared-library/index.js", "");
  write("package.json", `{"name":"planted","type":"module"}`);
  broken = findBoundaryViolations(root).violations.map(({ rule, from }) => `${rule} ${from}`);
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

it.each([
  ["an import of a higher layer", "packages-affect-stays-in-its-layer packages/affect/src/upward.ts"],
  ["an import of a neighbour", "packages-perceive-stays-in-its-layer packages/perceive/src/sideways.ts"],
  ["an import of a type alone", "packages-affect-stays-in-its-layer packages/affect/src/type-only.ts"],
  ["a back door by path", "enter-by-the-front-door packages/govern/src/back-door.ts"],
  ["a cycle", "no-cycles packages/govern/src/cycle-a.ts"],
  ["node:* in a package", "packages-run-anywhere packages/affect/src/core.ts"],
  ["an undeclared dependency", "declared-dependencies-only packages/affect/src/undeclared.ts"],
  ["a package that leans on an app", "packages-govern-stays-in-its-layer packages/govern/src/into-an-app.ts"],
  ["a file that is not there", "nothing-unresolvable packages/govern/src/nowhere.ts"],
  ["a fake in the product", "fakes-are-for-tests apps/server/src/fake.ts"],
])("catches %s", (_, expected) => {
  expect(broken).toContain(expected);
});

it("says nothing of the imports that the table allows", () => {
  expect(broken.filter((line) => line.endsWith("/index.ts"))).toEqual([]);
});

it("sees this repository and finds every import in its place", () => {
  const { modules, violations } = findBoundaryViolations();
  expect(modules).toBeGreaterThan(20);
  expect(violations).toEqual([]);
}, 60_000);
