import { ARC_REACH, drawingAt } from "@openempathic/experiences/story";
import type { ArcDrawing, NewWords, Scene, StoryWork, Utterance } from "@openempathic/experiences/story";

/** A line of a scene and where it should lie. */
export interface SceneAim {
  readonly utterance: Utterance;
  /** In the story, in [0, 1]. */
  readonly position: number;
  readonly number: number;
  /** The intended arc that it follows; absent where none is intended. */
  readonly drawing?: ArcDrawing;
}

/** What a language model is told to write. The person's own words go as turns, not in here. */
export function sceneTask(asked: {
  readonly work: StoryWork;
  readonly scene: Scene;
  readonly aims: readonly SceneAim[];
  /** The try before, and what was measured of it. */
  readonly last?: { readonly words: readonly NewWords[]; readonly measured: readonly (number | undefined)[] };
}): string {
  const { work, scene, aims, last } = asked;
  return [
    "You help a writer with a few lines of a story. You are given its lines with their numbers; some say who speaks.",
    scene.task === "rewrite"
      ? "Write each line in other words. Keep what happens, who speaks, and the facts."
      : "Write something new in the place of each line. Keep who speaks and how many lines there are; what happens may change.",
    "Give only what is said or told: no names in front, no numbers, no signs of a script format, one line each.",
    "Write in the language of the lines. Show feelings through what people say and do; do not name them as labels.",
    scene.reader === undefined
      ? ""
      : "Write it for the one reader who is described; keep to what they would rather not meet.",
    "How pleasant each line should sound to most readers, from -100 (as unpleasant as can be) to 100 (as pleasant as can be):",
    ...aims.map(({ utterance, drawing, position }) => {
      const aim =
        drawing === undefined ? "as before" : String(Math.round(100 * drawingAt(drawing, position)));
      return `- line ${String(utterance.id)}: ${aim}`;
    }),
    ...(last === undefined ? [] : measuredWords(aims, last)),
    work.script.title === undefined ? "" : "The story has a title; do not use it in the lines.",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

function measuredWords(
  aims: readonly SceneAim[],
  last: { readonly words: readonly NewWords[]; readonly measured: readonly (number | undefined)[] },
): readonly string[] {
  return [
    "Your last try was measured. Write again, nearer to what is wanted:",
    ...aims.map(({ utterance }, at) => {
      const text = last.words.find(({ of }) => of === utterance.id)?.text ?? utterance.text;
      const mean = last.measured[at];
      const sounds =
        mean === undefined ? "could not be measured" : String(Math.round((100 * mean) / ARC_REACH));
      return `- line ${String(utterance.id)} “${text}” sounds like ${sounds}`;
    }),
  ];
}
