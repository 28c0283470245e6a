import { categoryIdSchema } from "@openempathic/client";
import type { Estimate, PersonEvent } from "@openempathic/client";
// German everyday names of the 40 categories, translated for this project.
import germanNames from "./category-names-de.json" with { type: "json" };
import { chatWords } from "./chat-words.ts";
import type { ChatLanguage } from "./chat-words.ts";

type CategoryId = (typeof categoryIdSchema.options)[number];

// Below this share most observers would not say that it is there, and naming it would only be noise.
const WORTH_NAMING = 0.2;

/** What one message sounded like, in one line. */
export function soundsLike({ abstained, likelihood }: Estimate, language: ChatLanguage): string {
  const words = chatWords(language);
  if (abstained !== null) return words.cannotTell(abstained.detail);
  const ranked = Object.entries(likelihood).sort(([, one], [, other]) => other - one);
  const named = ranked.slice(0, 3).filter(([, share]) => share >= WORTH_NAMING);
  if (named.length === 0) return words.unclear;
  // The cast is safe: the schema lets only categories through.
  const parts = named.map(
    ([id, share]) => `${nameOf(id as CategoryId, language)} ${String(Math.round(share * 100))} %`,
  );
  return words.soundsLike(parts.join(", "));
}

/** A category's everyday name. */
function nameOf(id: CategoryId, language: ChatLanguage): string {
  return language === "de" ? germanNames[id] : id.toLowerCase();
}

/**
 * What a person says they feel, as an event: their words, and where they only name categories ("Relief, not
 * Sadness"), those.
 */
export function selfReport(
  words: string,
  of: number | undefined,
): Extract<PersonEvent, { kind: "self-reported" }> {
  const parts = words.split(/[,;]/u).map((part) => part.trim()).filter((part) => part !== ""); // prettier-ignore
  const named = parts.map(categoryIn);
  const isListOfNames = named.every((one) => one !== undefined);
  const likelihood = isListOfNames ? Object.fromEntries(named) : {};
  return { kind: "self-reported", ...(of === undefined ? {} : { of }), likelihood, words };
}

function categoryIn(part: string): readonly [CategoryId, 0 | 1] | undefined {
  const [, not, name = ""] = /^(not |nicht |kein |keine )?(.*)$/iu.exec(part) ?? [];
  const wanted = name.trim().toLowerCase();
  const id = categoryIdSchema.options.find(
    (one) => one.toLowerCase() === wanted || germanNames[one].toLowerCase() === wanted,
  );
  return id === undefined ? undefined : [id, not === undefined ? 1 : 0];
}
