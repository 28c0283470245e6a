import { currentItem, itemsOf } from "@openempathic/experiences/council";
import type { CouncilState } from "@openempathic/experiences/council";

/** The steps of a council, in the order in which they are asked. Any can be come to at any time. */
export const COUNCIL_STEPS = [
  "frame",
  "options",
  "stakeholders",
  "feelings",
  "values",
  "consequences",
  "lenses",
  "objection",
  "biases",
  "others",
  "decide",
  "record",
] as const;

export type CouncilStep = (typeof COUNCIL_STEPS)[number];

/** Whether a step has something in it; nothing has to be complete. */
export function isBegun(state: CouncilState, step: CouncilStep): boolean {
  switch (step) {
    case "frame":
      return currentItem(state, "frame") !== undefined;
    case "options":
      return itemsOf(state, "option").length > 0;
    case "stakeholders":
      return itemsOf(state, "stakeholder").length > 0;
    case "feelings":
      return itemsOf(state, "impact").length > 0;
    case "values":
      return itemsOf(state, "value").length > 0;
    case "consequences":
      return itemsOf(state, "consequence").length > 0;
    case "lenses":
      return itemsOf(state, "lens").length > 0;
    case "objection":
      return itemsOf(state, "objection").length > 0;
    case "biases":
      return itemsOf(state, "bias").length + itemsOf(state, "flip").length > 0;
    case "others":
      return state.round !== undefined;
    case "decide":
      return currentItem(state, "decision") !== undefined;
    case "record":
      return false;
  }
}

const nameFor = (sessionId: string): string => `open-empathic.council-step.${sessionId}`;

/** The step that was open when the page was left; the first where none was. */
export function storedStep(sessionId: string): CouncilStep {
  const stored = window.localStorage.getItem(nameFor(sessionId));
  return COUNCIL_STEPS.find((step) => step === stored) ?? "frame";
}

/** Remembers the open step on this device. */
export function storeStep(sessionId: string, step: CouncilStep): void {
  window.localStorage.setItem(nameFor(sessionId), step);
}
