/** For whoever writes a perceiver, or a program that uses one. */
export { HOSTILE_TEXTS, perceiverContract } from "./perceiver-contract.ts";
export type { ContractCheck } from "./perceiver-contract.ts";
export { scriptedPerceptionService } from "./scripted-perception-service.ts";
export type { ScriptedAnswer, ScriptedPerceptionService } from "./scripted-perception-service.ts";
