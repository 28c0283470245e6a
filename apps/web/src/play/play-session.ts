import type { PlayPersonEvent, PlayState } from "@openempathic/experiences/play";
import type { ExperienceSession } from "../experience/use-experience-session.ts";

/** A night of play as its page uses it. */
export type PlaySession = ExperienceSession<PlayState, PlayPersonEvent>;
