// Text sounds sad, the voice less so, and the person says it is relief. Who is believed?
import {
  fuse,
  INITIAL_AFFECT_STATE,
  likelihoodsOf,
  makeEstimate,
  reportSelf,
  updateState,
} from "@openempathic/affect";

const source = { kind: "model", id: "by-hand", version: "1.0.0" } as const;
const text = makeEstimate({
  modality: "text",
  likelihood: { Sadness: 0.8 },
  dimensions: { valence: { mean: -0.6, sd: 0.2 } },
  source,
});
const voice = makeEstimate({ modality: "voice", dimensions: { valence: { mean: -0.2, sd: 0.4 } }, source });

// The surer modality counts for more, and the voice, which did not assess sadness, takes nothing from it.
const fused = fuse([{ estimate: text }, { estimate: voice }]);
console.log(
  `valence ${fused.dimensions.valence?.mean.toFixed(2) ?? ""}, sadness ${String(fused.likelihood.Sadness)}`,
);
// prints: valence -0.52, sadness 0.8

const inferred = updateState(INITIAL_AFFECT_STATE, fused, 0);
console.log(`inferred: sadness ${likelihoodsOf(inferred).Sadness?.likelihood.toFixed(2) ?? ""}`);
// prints: inferred: sadness 0.80

// From here on the person's own word counts, and later inference does not overrule it.
const told = reportSelf(
  inferred,
  { likelihood: { Sadness: 0, Relief: 1 }, words: "I am relieved, really" },
  1000,
);
const later = likelihoodsOf(updateState(told, text, 2000));
console.log(`sadness ${String(later.Sadness?.likelihood)}, relief ${String(later.Relief?.likelihood)}`);
// prints: sadness 0, relief 1
