/** Uses of the platform, each a pure fold over events. */

// The contract
export type { Experience, Step } from "./experience.ts";

// Companion
export type {
  CompanionEvent,
  PersonEvent,
  PlatformEvent,
  ShownResource,
  Stamp,
} from "./companion/companion-event.ts";
