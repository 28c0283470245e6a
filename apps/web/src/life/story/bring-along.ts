import type { CompanionState, PersonEvent } from "@openempathic/experiences";

/** One thing that is moved: the act that keeps it here, and the one that forgets it where it was. */
export interface Move {
  readonly keep: PersonEvent;
  readonly forget: PersonEvent;
}

/**
 * What moves from one conversation to another: passages of the life story, people and memories. Each is kept in one place
 * only, so that forgetting it forgets it everywhere. A memory that is kept here in the same words already stays where it is.
 *
 * @param from where it is kept so far
 * @param here where it is to be kept
 */
export function movesFrom(from: CompanionState, here: CompanionState, newKey: () => string): readonly Move[] {
  const passages = from.life.passages.map(({ passageId, chapter, text }): Move => ({
    keep: { kind: "life-added", passageId: newKey(), chapter, text },
    forget: { kind: "life-forgotten", passageId },
  }));
  const people = from.people.kept.map(({ personId, ...person }): Move => ({
    keep: { kind: "person-kept", personId: newKey(), ...person },
    forget: { kind: "person-forgotten", personId },
  }));
  const known = new Set(here.memories.map(({ text }) => text));
  const memories = from.memories
    .filter(({ text }) => !known.has(text))
    .map(({ memoryId, text }): Move => ({
      keep: { kind: "memory-added", memoryId: newKey(), text },
      forget: { kind: "memory-forgotten", memoryId },
    }));
  return [...passages, ...people, ...memories];
}
