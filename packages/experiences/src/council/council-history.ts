import { wordsOfItem } from "./council-item.ts";
import type { CouncilState } from "./council-state.ts";
import { currentOf, historiesOf } from "./read-council.ts";

/** Something that the record once said and says no more. */
export interface EarlierWords {
  readonly key: string;
  readonly seq: number;
  readonly atMs: number;
  readonly words: string;
  readonly why: "changed" | "crossed-out" | "set-aside";
}

/** Earlier versions, what was crossed out and what was set aside, in the order in which it was written. */
export function earlierOf(state: CouncilState): readonly EarlierWords[] {
  return historiesOf(state)
    .flatMap(({ key, versions, withdrawnAtMs }) => {
      const current = currentOf(state, key);
      return versions
        .filter((version) => version !== current)
        .map(({ seq, atMs, item, setAside }): EarlierWords => {
          const isLast = seq === versions.at(-1)?.seq;
          const why =
            setAside === true
              ? "set-aside"
              : isLast && withdrawnAtMs !== undefined
                ? "crossed-out"
                : "changed";
          const words = wordsOfItem(item)
            .filter((each) => each.trim() !== "")
            .join(" · ");
          return { key, seq, atMs, words, why };
        });
    })
    .filter(({ words }) => words !== "")
    .toSorted((a, b) => a.seq - b.seq);
}
