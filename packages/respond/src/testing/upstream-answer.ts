/** One call that the scripted model makes to a tool of the request. */
export interface ScriptedToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON text. */
  readonly arguments: string;
}

/** What the scripted upstream does with one chat request. */
export type UpstreamAnswer =
  /** Says something: a whole text (cut into tokens before spaces) or the tokens themselves. */
  | {
      readonly kind: "text";
      readonly text: string | readonly string[];
      /** Milliseconds before the first token, and between tokens. Default 0: as fast as the wire takes them. */
      readonly firstTokenMs?: number;
      readonly tokenMs?: number;
    }
  /** Calls tools, after a text where one is given. */
  | { readonly kind: "tool-calls"; readonly calls: readonly ScriptedToolCall[]; readonly text?: string }
  /** Declines in the wire's own field, `refusal`. */
  | { readonly kind: "refusal"; readonly text: string }
  /** An error status with OpenAI's error shape, or the body given. */
  | {
      readonly kind: "status";
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Takes the request and never says a word. */
  | { readonly kind: "hang" }
  /** Says something and then falls silent with the connection open. */
  | { readonly kind: "stall"; readonly text: string }
  /** Says something and then cuts the connection. */
  | { readonly kind: "drop"; readonly text: string }
  /** Status 200 and then this body, whatever it is. */
  | { readonly kind: "raw"; readonly body: string; readonly contentType: string };

/** A request as the scripted upstream got it. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}
