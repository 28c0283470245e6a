import { PROTOCOL_SCHEMA } from "@openempathic/experiences/study";
import type { StudyProtocol } from "@openempathic/experiences/study";
import type { Language } from "../i18n/start-i18n.ts";

/** A study in which nothing is laid down yet but its title. */
export function newProtocol(title: string, language: Language, seed: number): StudyProtocol {
  return {
    schema: PROTOCOL_SCHEMA,
    title,
    version: "1.0",
    language,
    contact: "",
    ethics: "",
    consents: [{ version: "1", text: "" }],
    arms: [{ id: "arm1", name: language === "de" ? "Alle" : "Everybody" }],
    allocation: { seed, block: 4 },
    order: "fixed",
    tasks: [],
  };
}

/** A seed from the browser’s own chance; it stands in the protocol, so that everybody can check the allocation. */
export function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
}

/** An id that is not taken: the wish, or the wish with a number. */
export function freeId(wish: string, taken: readonly string[]): string {
  const base = wish.replace(/[^a-z0-9_]/gu, "_").replace(/^[^a-z]+/u, "") || "task";
  if (!taken.includes(base)) return base;
  for (let number = 2; ; number += 1) {
    const id = `${base}${String(number)}`;
    if (!taken.includes(id)) return id;
  }
}
