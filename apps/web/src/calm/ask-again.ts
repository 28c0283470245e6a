import { scriptDurationMs } from "@openempathic/experiences/calm";
import type { CalmPersonEvent, Sitting, TechniqueId } from "@openempathic/experiences/calm";

/** The same exercise for another time: same technique, length and sound. How somebody is then is not known yet. */
export function askAgain({ script }: Sitting): CalmPersonEvent {
  const { technique, soundscape, breathSound, segments } = script;
  const holds = segments.some((each) => each.kind === "breath" && each.pattern[1] + each.pattern[3] > 0);
  return {
    kind: "sitting-asked",
    minutes: scriptDurationMs(script) / 60_000,
    technique,
    taste: {
      soundscape: soundscape.kind,
      level: soundscape.level,
      breathSound,
      bells: segments.some(({ kind }) => kind === "bell"),
      holds,
    },
  };
}

/** Another technique in the place of this one, for the same state and time. */
export function askInstead(sitting: Sitting, technique: TechniqueId): CalmPersonEvent {
  const { before } = sitting;
  return { ...askAgain(sitting), technique, ...(before === undefined ? {} : { before }) } as CalmPersonEvent;
}
