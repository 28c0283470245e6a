/** Fakes that implement the contracts of this package, for tests and benches. They may use Node. */

// A language model's server
export { startScriptedUpstream } from "./scripted-upstream.ts";
export type { ScriptedUpstream, ScriptedUpstreamOptions, UpstreamScript } from "./scripted-upstream.ts";
export type { RecordedRequest, ScriptedToolCall, UpstreamAnswer } from "./upstream-answer.ts";
