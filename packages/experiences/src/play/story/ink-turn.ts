import type { Happening } from "../emotion/happening.ts";
import type { Guest } from "../tea/guests.ts";
import { GUESTS } from "../tea/guests.ts";
import { bindInk } from "./bind-ink.ts";
import type { InkStory } from "./bind-ink.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

/** What a story in ink told from one stop to the next, and where it stands: plain data. */
export interface InkTurn {
  readonly lines: readonly string[];
  /** What the player may choose now; empty while a pot is drawing, and at the end. */
  readonly choices: readonly string[];
  readonly phase: "brewing" | "talking" | "over";
  /** Whose moment it is. */
  readonly guest?: Guest;
  /** Which of the choices before was taken, in its words. */
  readonly chosen?: string;
  /** The story engine's own record of where it stands, as it writes it. */
  readonly save: string;
}

/** What is used of inkjs's `Story` to tell it. */
export interface TellableStory extends InkStory {
  readonly canContinue: boolean;
  readonly currentChoices: readonly { readonly text: string }[];
  readonly currentTags: readonly string[] | null;
  readonly state: { ToJson(): string; LoadJson(json: string): void };
  // The names are those of inkjs.
  Continue(): string | null;
  ChooseChoiceIndex(index: number): void;
}

/** How the telling goes on. */
export interface InkGoingOn {
  /** The turn before; absent at the beginning. */
  readonly from?: InkTurn;
  /** Which of its choices is taken; absent where it stopped for a pot. */
  readonly choice?: number;
}

// A story that never stops is a fault of its writer.
const MOST_LINES = 200;

/**
 * Tells a story in ink from where it stands to its next stop: a choice, its end, or a line tagged `# brew`, at which the
 * game lets the player pour a cup before it goes on. `# guest: lin` says whose moment it is. What happens in it is
 * gathered, so that it can be kept with the turn and the whole be replayed.
 *
 * @param story freshly made by inkjs from the story's source
 * @param stage the cast and dials as they are now; what happens is appraised in a copy
 * @throws Error of the story engine where the story is at fault; StoryScriptError where a call of ours is
 */
export function tellInk(
  story: TellableStory,
  stage: Pick<Stage, "cast" | "dials">,
  { from, choice }: InkGoingOn,
): { readonly turn: InkTurn; readonly happenings: readonly Happening[] } {
  const happenings: Happening[] = [];
  const copy = openStage(stage.cast(), stage.dials(), (happening) => happenings.push(happening));
  if (from !== undefined) story.state.LoadJson(from.save);
  const { sync } = bindInk(story, copy);
  const chosen = choice === undefined ? undefined : story.currentChoices[choice]?.text;
  if (choice !== undefined) story.ChooseChoiceIndex(choice);
  const lines: string[] = [];
  let guest = from?.guest;
  let brewing = false;
  while (story.canContinue && !brewing) {
    sync();
    const line = (story.Continue() ?? "").trim();
    if (line !== "") lines.push(line);
    const tags = story.currentTags ?? [];
    guest = tags.map(guestNamed).find((named) => named !== undefined) ?? guest;
    brewing = tags.includes("brew");
    if (lines.length > MOST_LINES)
      throw new RangeError(`tellInk needs a story that stops within ${MOST_LINES} lines`);
  }
  const choices = brewing ? [] : story.currentChoices.map(({ text }) => text);
  const phase = brewing ? "brewing" : choices.length > 0 ? "talking" : "over";
  const turn: InkTurn = {
    lines,
    choices,
    phase,
    ...(guest === undefined ? {} : { guest }),
    ...(chosen === undefined ? {} : { chosen }),
    save: story.state.ToJson(),
  };
  return { turn, happenings };
}

function guestNamed(tag: string): Guest | undefined {
  const name = /^guest:\s*(\w+)$/u.exec(tag)?.[1];
  return GUESTS.find((guest) => guest === name);
}
