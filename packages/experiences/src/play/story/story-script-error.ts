import { OpenEmpathicError } from "@openempathic/affect";

/**
 * Thrown when a story written in ink or Yarn calls one of our functions in a way that cannot be meant: a character who
 * is not in the cast, an emotion that does not exist, a likelihood of 3. `call` is the function's name. What the story
 * engine itself finds wrong in a file is its own error and not this one.
 *
 * @example
 * ```ts
 * import { StoryScriptError } from "@openempathic/experiences/play";
 *
 * new StoryScriptError("mood", "needs a character of the cast; it got \"lim\"").code; // => "story-script"
 * ```
 */
export class StoryScriptError extends OpenEmpathicError {
  readonly code = "story-script";
  /** The name of the function or command. */
  readonly call: string;

  constructor(call: string, problem: string, options?: ErrorOptions) {
    super(`${call} ${problem}`, options);
    this.call = call;
  }
}
