import type { Instrument, InstrumentScale } from "../instrument/instrument.ts";
import { responseRange } from "../instrument/instrument.ts";
import type { ProtocolFault } from "./protocol-fault.ts";
import { at, twice } from "./protocol-fault.ts";

/** What keeps an instrument from being used; empty where nothing does. */
export function checkInstrument(instrument: Instrument, path: string): readonly ProtocolFault[] {
  const { items, responses, scales, safety = [] } = instrument;
  const ids = new Set(items.map(({ id }) => id));
  return [
    ...twice(
      items.map(({ id }) => id),
      at(path, "items"),
      "two items have the same id",
    ),
    ...twice(
      items.map(({ text }) => text).filter((text) => text.trim() !== ""),
      at(path, "items"),
      "two items have the same words",
    ),
    ...twice(
      responses.map(({ value }) => String(value)),
      at(path, "responses"),
      "two answers have the same value",
    ),
    ...twice(
      scales.map(({ id }) => id),
      at(path, "scales"),
      "two scores have the same id",
    ),
    ...items.flatMap(({ text }, index): ProtocolFault[] =>
      text.trim() === ""
        ? [{ path: at(path, "items", index, "text"), reason: "this item has no words yet" }]
        : [],
    ),
    ...scales.flatMap((scale, index) => checkScale(instrument, scale, at(path, "scales", index))),
    ...safety.flatMap(({ itemId }, index): ProtocolFault[] =>
      ids.has(itemId)
        ? []
        : [{ path: at(path, "safety", index, "itemId"), reason: `there is no item “${itemId}”` }],
    ),
  ];
}

function checkScale(instrument: Instrument, scale: InstrumentScale, path: string): readonly ProtocolFault[] {
  const ids = new Set(instrument.items.map(({ id }) => id));
  const { low, high } = responseRange(instrument);
  const { items, mostMissing, bands = [] } = scale;
  const factor = (scale.score === "sum" ? items.length : 1) * (scale.times ?? 1);
  return [
    ...twice(items, at(path, "items"), "an item counts twice"),
    ...items.flatMap((itemId, index): ProtocolFault[] =>
      ids.has(itemId) ? [] : [{ path: at(path, "items", index), reason: `there is no item “${itemId}”` }],
    ),
    ...(mostMissing >= items.length
      ? [
          {
            path: at(path, "mostMissing"),
            reason: "all items may be missing, so the score could rest on nothing",
          },
        ]
      : []),
    ...bands.flatMap(({ from, to }, index): ProtocolFault[] => {
      const before = bands[index - 1];
      const isInOrder = from <= to && (before === undefined || from > before.to);
      const isInRange = from >= low * factor && to <= high * factor;
      if (isInOrder && isInRange) return [];
      const reason = isInOrder
        ? `the range lies outside the scores from ${String(low * factor)} to ${String(high * factor)}`
        : "the ranges overlap or do not rise";
      return [{ path: at(path, "bands", index), reason }];
    }),
  ];
}
