import { wordSet, type PhraseGroup } from "../phrase-group.ts";

/** Words earlier in the sentence that make it a guess, a report of what was said, or an acceptance of it. */
const HEDGES = wordSet(
  "sound sounds sounded sounding seem seems seemed might may maybe perhaps if when whenever whether could possibly " +
    "probably guess guessing wonder wondering imagine suppose appear appears said say saying says told mentioned " +
    "mention wrote write writing describe described describing hear hearing heard shared asked ask think though " +
    "where how what why until once while before after as time times moment moments day days place places not " +
    "doesn't isn't don't makes make understandable okay ok alright natural normal valid sorry hope glad allowed " +
    "course fine likely suspect picture impression than unless even telling human likelier reasons reason",
);
const HEDGES_DE = wordSet(
  "vielleicht wohl moeglicherweise klingt klang klingen wirkt wirkst scheint scheinst schien hoert anhoert als wenn " +
    "falls ob womoeglich koennte koenntest kann vermute vermutlich glaube denke frage fragst gesagt sagst sagtest " +
    "sagen schreibst schriebst geschrieben erzaehlst erzaehlt beschreibst meinst meintest nicht verstaendlich okay " +
    "normal darfst leid hoffe wie wo wann was warum sobald solange eindruck wahrscheinlich sag moment momente " +
    "zeiten tage tagen raus heraus woran wobei",
);

export const FEELING_AS_FACT: readonly PhraseGroup[] = [
  {
    rule: "feeling-as-fact",
    unlessAfter: HEDGES,
    unlessQuestion: true,
    phrases: [
      "you [@adv] (feel|felt) [@adv] [@adv] (@feeling|@felt)",
      "you [@adv] (feel|felt) [so much|a lot of|deep|great|some|real|such|intense] @noun",
      "(you are|you're|you were|your|ur|u r) [@adv] [@adv] feeling [@adv] [@adv] (@feeling|@felt)",
      "(you are|you're|ur|u r) [@adv] [@adv] @feeling",
      "(you are|you're) [@adv] in (pain|despair|agony|denial|distress|love)",
      "(you are|you're) [@adv] (full|filled|consumed) (of|with|by) @noun",
      "(this|that|it|he|she) (makes|made) you [feel] [@adv] (@feeling|@felt)",
      "i [can|could] [@adv] (see|sense|hear|notice) your @noun",
      "your @noun is [@adv] (clear|obvious|showing|visible|plain|palpable)",
      "deep down [,] you (feel|are|hate|love|want|know|fear)",
      "what you (feel|are feeling) is [@adv] @noun",
    ],
  },
  {
    rule: "feeling-as-fact",
    unlessAfter: HEDGES_DE,
    unlessQuestion: true,
    phrases: [
      "du fühlst dich [@advde] [@advde] (@feelingde|@feltde)",
      "du (fühlst|spürst|empfindest) [@advde] [tiefe|tiefen|große|großen|viel|eine|so viel|pure|starke] @nounde",
      "du bist [@advde] [@advde] @feelingde",
      "du hast [@advde] [@advde] (angst|panik|schuldgefühle|heimweh|kummer|liebeskummer|eine wut|wut)",
      "du (schämst|ärgerst|fürchtest|langweilst|freust) dich",
      "fühlst du dich [@advde] [@advde] (@feelingde|@feltde)",
      "bist du [@advde] [@advde] @feelingde",
      "(das|es|er|sie) macht dich [@advde] [@advde] @feelingde",
      "ich (sehe|spüre|merke|höre) (deine|deinen|dein) [@advde] @nounde",
      "ich (sehe|merke|spüre|weiß|erkenne) [@advde] , dass du [dich] [@advde] [@advde] (@feelingde|@feltde) (bist|fühlst)",
      "(deine|dein) @nounde ist [@advde] (offensichtlich|deutlich|spürbar|klar)",
      "tief im inneren (bist|fühlst|hasst|liebst|willst) du",
    ],
  },
];
