import type {
  Agreement,
  BootstrapRequest,
  IntraclassForm,
  MeasurementLevel,
  Ratings,
} from "@openempathic/server";
import { CommandFailure } from "../command-failure.ts";

export type Level = MeasurementLevel;
export type Metric = "krippendorff-alpha" | "fleiss-kappa" | "cohen-kappa" | "gwet-ac1" | "icc" | "ccc";

export const LEVELS: readonly Level[] = ["nominal", "ordinal", "interval", "ratio"];
export const FORMS: readonly IntraclassForm[] = ["1,1", "2,1", "3,1", "1,k", "2,k", "3,k"];

/** The levels of measurement that each metric has. */
export const METRICS: Readonly<Record<Metric, readonly Level[]>> = {
  "krippendorff-alpha": LEVELS,
  "fleiss-kappa": ["nominal"],
  "cohen-kappa": ["nominal", "ordinal", "interval"],
  "gwet-ac1": ["nominal"],
  icc: ["interval", "ratio"],
  ccc: ["interval", "ratio"],
};

/** What is asked about the ratings. */
export interface AgreementRequest {
  readonly metric: Metric;
  readonly level: Level;
  readonly form: IntraclassForm;
  readonly scale?: readonly (string | number)[];
  readonly bootstrap?: BootstrapRequest;
}

type Server = typeof import("@openempathic/server");

/** The figure that is asked for, or why there is none. The server is handed in, for it is loaded late. */
export function measureAgreement(
  server: Server,
  ratings: Ratings,
  { metric, level, form, scale, bootstrap }: AgreementRequest,
): Agreement {
  const options = {
    ...(scale === undefined ? {} : { scale }),
    ...(bootstrap === undefined ? {} : { bootstrap }),
  };
  const stranger = scale === undefined ? undefined : ratings.values.find((value) => !scale.includes(value));
  if (stranger !== undefined)
    throw new CommandFailure(`the value ${JSON.stringify(stranger)} is not on the --scale`);
  switch (metric) {
    case "krippendorff-alpha":
      return server.krippendorffAlpha(ratings, { ...options, level });
    case "fleiss-kappa":
      return server.fleissKappa(ratings, options);
    case "gwet-ac1":
      return server.gwetAc1(ratings, options);
    case "cohen-kappa": {
      const weights = level === "nominal" ? "none" : level === "ordinal" ? "linear" : "quadratic";
      return server.cohenKappa(ratings, { ...options, weights });
    }
    case "icc":
      if (!isComplete(ratings)) {
        const why = "the intraclass correlation needs every rater to have rated every unit; a cell is empty";
        return { value: undefined, why, units: ratings.units.length, pairable: ratings.valueIndex.length };
      }
      return server.intraclassCorrelation(numericRows(server, ratings), { ...options, form });
    case "ccc":
      return concordance(server, ratings, bootstrap);
  }
}

function concordance(server: Server, ratings: Ratings, bootstrap: BootstrapRequest | undefined): Agreement {
  const raters = ratings.raters.length;
  if (raters !== 2) {
    const why = `Lin's concordance needs two raters, got ${String(raters)}`;
    return { value: undefined, why, units: 0, pairable: 0 };
  }
  const pairs = numericRows(server, ratings).flatMap(([a, b]) =>
    a === undefined || b === undefined ? [] : [[a, b]],
  );
  const base = { units: pairs.length, pairable: 2 * pairs.length };
  if (pairs.length < 2) {
    return { ...base, value: undefined, why: "fewer than two units were rated by both raters" };
  }
  const column = (i: number): number[] => pairs.map((pair) => pair[i] as number);
  const options = bootstrap === undefined ? {} : { bootstrap };
  return { ...base, ...server.concordanceCorrelation(column(0), column(1), options) };
}

/** Asked before a table is made of the ratings: one with gaps could be far larger than they are. */
function isComplete({ units, raters, valueIndex }: Ratings): boolean {
  return valueIndex.length === units.length * raters.length;
}

function numericRows(server: Server, ratings: Ratings): readonly (readonly (number | undefined)[])[] {
  // Values of the interval and ratio levels were read as numbers.
  return server.ratingRows(ratings as Ratings<number>);
}
