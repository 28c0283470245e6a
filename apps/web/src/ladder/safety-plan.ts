import type { Storage } from "../session/outbox.ts";

/** The parts of a plan for hard hours, in the order in which they are read in one. */
export const PLAN_PARTS = [
  "signs",
  "alone",
  "places",
  "people",
  "professionals",
  "surroundings",
  "reasons",
] as const;

/** One part of a plan. */
export type PlanPart = (typeof PLAN_PARTS)[number];

/** A plan in the person's own words; a missing part was left out. */
export type SafetyPlan = Readonly<Partial<Record<PlanPart, string>>>;

/** Where this device keeps it. It is never sent anywhere. */
export const PLAN_KEY = "open-empathic.safety-plan";

/** The plan on this device; empty where there is none, or none that can be read. */
export function loadPlan(storage: Storage): SafetyPlan {
  const stored = storage.getItem(PLAN_KEY);
  if (stored === null) return {};
  try {
    const parsed: unknown = JSON.parse(stored);
    if (typeof parsed !== "object" || parsed === null) return {};
    const fields = new Map<string, unknown>(Object.entries(parsed));
    return Object.fromEntries(
      PLAN_PARTS.flatMap((part) => {
        const text = fields.get(part);
        return typeof text === "string" ? [[part, text] as const] : [];
      }),
    );
  } catch {
    // Damaged. It stays where it is until something new is written over it.
    return {};
  }
}

/** Keeps the plan on this device, or removes it when nothing is in it. Gives whether the device kept it. */
export function savePlan(storage: Storage, plan: SafetyPlan): boolean {
  try {
    if (Object.values(plan).every((text) => text.trim() === "")) storage.removeItem(PLAN_KEY);
    else storage.setItem(PLAN_KEY, JSON.stringify(plan));
    return true;
  } catch {
    // A full or forbidden storage: the page says so and offers the file.
    return false;
  }
}

/** The plan as a text to print or carry along: each part that has something in it under its heading. */
export function planText(
  plan: SafetyPlan,
  { title, headings }: { readonly title: string; readonly headings: Readonly<Record<PlanPart, string>> },
): string {
  const parts = PLAN_PARTS.flatMap((part) => {
    const text = plan[part]?.trim() ?? "";
    return text === "" ? [] : [`${headings[part]}\n${text}\n`];
  });
  return [`${title}\n`, ...parts].join("\n");
}
