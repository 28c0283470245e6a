import type { Target } from "../script/script-builder.ts";

/** Where in the script a line stands, for names that are looked up from there. */
export interface InkScope {
  readonly knot: string;
  readonly stitch: string;
}

/** One step of a divert. */
export type InkStep =
  | { readonly kind: "goes" | "calls"; readonly target: Target }
  | { readonly kind: "returns" }
  /** A thread (`<-`): its choices come from elsewhere and are not followed. */
  | { readonly kind: "thread"; readonly target: Target };

/**
 * The steps of a divert such as `-> cellar`, `-> dream ->` or `-> a -> b`; `undefined` where it is none that can be meant.
 *
 * @param at the offset of the divert in the source
 */
export function inkSteps(divert: string, at: number, scope: InkScope): readonly InkStep[] | undefined {
  if (divert.startsWith("<-")) {
    const target = targetOf(divert.slice(2), at, scope);
    return target === undefined ? undefined : [{ kind: "thread", target }];
  }
  if (/^->->/u.test(divert)) return [{ kind: "returns" }];
  const names = divert
    .replace(/\([^()]*\)/gu, "")
    .split("->")
    .slice(1);
  const comesBack = names.length > 1 && names.at(-1)?.trim() === "";
  const targets = (comesBack ? names.slice(0, -1) : names).map((name) => targetOf(name, at, scope));
  if (targets.length === 0 || targets.length > 20) return undefined;
  const steps: InkStep[] = [];
  for (const [index, target] of targets.entries()) {
    if (target === undefined) return undefined;
    const isLast = index === targets.length - 1;
    steps.push({ kind: isLast && !comesBack ? "goes" : "calls", target });
  }
  return steps;
}

function targetOf(written: string, at: number, { knot, stitch }: InkScope): Target | undefined {
  const name = written.trim();
  if (!/^[\p{L}\p{N}_]+(?:\.[\p{L}\p{N}_]+){0,2}$/u.test(name)) return undefined;
  if (name === "END" || name === "DONE") return null;
  const names = [
    ...(stitch === "" ? [] : [`${knot}.${stitch}.${name}`]),
    ...(knot === "" ? [] : [`${knot}.${name}`]),
    name,
    `*.${knot}.${name}`,
    `*.${name}`,
  ];
  return { names, shown: name, at };
}
