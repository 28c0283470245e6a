import { expectedCalibrationError } from "@openempathic/measure";
import fc from "fast-check";
import { expect, it } from "vitest";
import { resampledCalibrationError, sortLabel } from "./resampled-calibration.ts";

it("a resample's calibration error is that of its texts written out", () => {
  const cases = fc.array(
    fc.record({
      likelihood: fc.double({ min: 0, max: 1, noNaN: true }),
      outcome: fc.boolean(),
      count: fc.nat(3),
    }),
    { minLength: 1, maxLength: 80 },
  );
  fc.assert(
    fc.property(cases, (rows) => {
      if (rows.every(({ count }) => count === 0)) return;
      // Ties are cut in the order given, which differs between the two: keep likelihoods apart.
      const distinct = rows.map((row, i) => ({
        ...row,
        likelihood: (row.likelihood + i) / (rows.length + 1),
      }));
      const label = sortLabel(
        distinct.map(({ likelihood }) => likelihood),
        distinct.map(({ outcome }) => outcome),
      );
      const written = distinct.flatMap((row) => Array.from({ length: row.count }, () => row));
      const expected = expectedCalibrationError(
        written.map(({ likelihood }) => likelihood),
        written.map(({ outcome }) => outcome),
      );
      const counts = Int32Array.from(distinct, ({ count }) => count);
      expect(resampledCalibrationError(label, counts)).toBeCloseTo(expected, 9);
    }),
  );
});
