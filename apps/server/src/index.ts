/** The server: HTTP, storage, effects. The only place with I/O, and the front door of the command line. */

// Starting
export { startServer } from "./start-server.ts";
export type { RunningServer, StartOptions } from "./start-server.ts";
export { DEFAULT_PORT, SETTING_NAMES } from "./settings/read-settings.ts";

// Why it did not start
export { StartupError } from "./startup/startup-error.ts";
export { DatabaseError } from "./startup/database-error.ts";
export { DataFolderError } from "./startup/data-folder-error.ts";
export { DataFolderInUseError } from "./startup/data-folder-in-use-error.ts";
export { PortTakenError } from "./startup/port-taken-error.ts";
export { WrongSettingError } from "./startup/wrong-setting-error.ts";

// Perceiving and judging, for the command line
export { openPerceivers } from "./perception/open-perceivers.ts";
export type { Perceivers, PerceiversOptions } from "./perception/open-perceivers.ts";
export { TEXT_PERCEIVERS } from "./perception/text-perceiver-id.ts";
export type { TextPerceiverId } from "./perception/text-perceiver-id.ts";
export { judgeRisk } from "@openempathic/govern";

// Agreement and aggregation, for the command line
export {
  cohenKappa,
  concordanceCorrelation,
  dawidSkene,
  fleissKappa,
  glad,
  gwetAc1,
  intraclassCorrelation,
  krippendorffAlpha,
  mace,
  majorityVote,
  RatingCollector,
  ratingRows,
} from "@openempathic/measure";
export type {
  Agreement,
  BootstrapRequest,
  IntraclassForm,
  MeasurementLevel,
  Ratings,
} from "@openempathic/measure";
