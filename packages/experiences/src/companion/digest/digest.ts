/** The longest text of a digest, in UTF-16 units. */
export const DIGEST_MAX_LENGTH = 12_000;

/** What a person approved for somebody who cares for them: exactly the words that may be given. */
export interface Digest {
  readonly digestId: string;
  readonly atMs: number;
  /** The period it is about, in milliseconds since the epoch; its end is not in it. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly text: string;
}
