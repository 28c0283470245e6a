import type { ShownResource } from "@openempathic/govern";

/**
 * What a scripted answer says besides its lines of help, paragraph by paragraph. The script names the lines too, so that
 * they are in its words wherever it is read as text alone; where they can be called they stand once.
 *
 * @param answer the whole text, and the lines that are named in it
 */
export function saidBesideLines(answer: {
  readonly text: string;
  readonly resources: readonly ShownResource[];
}): readonly string[] {
  const names = ({ name, contact }: ShownResource) => `${name}: ${contact}`;
  return answer.text
    .split("\n\n")
    .filter((part) => part !== "" && !answer.resources.some((line) => part.includes(names(line))));
}
