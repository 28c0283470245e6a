/** Counts what somebody holds open at the same time. */
export interface StreamLimit {
  /** Takes a place; the returned function gives it back. `undefined` when this person holds all of theirs. */
  enter(person: string): (() => void) | undefined;
}

/** @param most How many streams one person may hold open. */
export function createStreamLimit(most: number): StreamLimit {
  const open = new Map<string, number>();
  return {
    enter: (person) => {
      const held = open.get(person) ?? 0;
      if (held >= most) return undefined;
      open.set(person, held + 1);
      let left = false;
      return () => {
        if (left) return;
        left = true;
        const now = (open.get(person) ?? 1) - 1;
        if (now === 0) open.delete(person);
        else open.set(person, now);
      };
    },
  };
}
