import { wordSet, type PhraseGroup } from "../phrase-group.ts";

/** "you said you have ADHD", "I can't say whether you have depression". */
const REPORTED = wordSet(
  "said told mentioned wrote diagnosed if whether can't cannot not couldn't doesn't isn't since only gesagt erzaehlt " +
    "geschrieben diagnostiziert ob wenn nicht kann erwaehnt",
);

export const DIAGNOSIS: readonly PhraseGroup[] = [
  {
    rule: "diagnosis",
    unlessAfter: REPORTED,
    phrases: [
      "you [@adv|probably|likely|might|may|could|must|seem to] [@adv|probably|likely] (have|suffer from|are suffering from|are dealing with|are struggling with|'ve got|show signs of|are showing signs of|are experiencing|have signs of|have symptoms of|display) [a|an|some|signs of|symptoms of|a case of] [form of] [severe|mild|major|clinical|moderate|classic|serious|undiagnosed|untreated|high functioning] [depressive|anxiety|panic|personality|mood|eating|attachment|borderline|bipolar|obsessive compulsive|social anxiety|generalized anxiety|adjustment|stress|post traumatic stress|attention deficit|narcissistic] [personality|depressive|anxiety|stress|compulsive|hyperactivity] (@disorder|disorder)",
      "you've [@adv|probably] got [a|an|some] [severe|mild|major|clinical] [anxiety|panic|personality|eating|mood] (@disorder|disorder)",
      "you're [@adv|probably] (suffering from|dealing with|struggling with|showing signs of|experiencing|showing symptoms of) [a|an|severe|mild|major|clinical] [depressive|anxiety|panic|personality|eating|mood] (@disorder|disorder)",
      "(you are|you're|you must be) [@adv|probably|likely|clinically|most likely] [@adv|probably|clinically] (@label|clinically depressed|depressed|mentally ill|an alcoholic|an addict|a narcissist|on the spectrum|a hypochondriac|psychotic|severely depressed)",
      "(this|that|it|these|what you describe|what you're describing) [might|may|could|probably|clearly|really|all|definitely] [@adv] (is|are|be|sounds like|sound like|looks like|indicates|indicate|suggests|suggest|points to|point to) [@adv] [a|an|the] [classic|typical|clear|textbook|common|early|sign of|signs of|symptom of|symptoms of|case of] [sign of|signs of|symptom of|symptoms of|case of|severe|clinical|major|mild] [anxiety|panic|personality|eating|depressive|bipolar|borderline|obsessive compulsive] (@disorder|disorder|attack)",
      "you meet [all|most of|many of] [the] [diagnostic] criteria",
      "i (diagnose|would diagnose|can diagnose|'d diagnose)",
      "i'd diagnose",
      "my diagnosis",
      "your diagnosis is",
      "your symptoms (are|suggest|indicate|point|match|fit|sound|look)",
      "(is|was|sounds like|being|seems like) [@adv] a [@adv] [textbook|classic|clear|covert|true] (narcissist|sociopath|psychopath)",
    ],
  },
  {
    rule: "diagnosis",
    unlessAfter: REPORTED,
    phrases: [
      "du (hast|hast wahrscheinlich|könntest|zeigst) [@advde|wahrscheinlich|vermutlich|vielleicht] [@advde|wahrscheinlich|vermutlich] [eine|einen|ein|anzeichen einer|anzeichen von|symptome einer|alle anzeichen einer] [starke|schwere|leichte|klassische|klinische|echte|mittelschwere] [bipolare|generalisierte|soziale|narzisstische|posttraumatische] (@disorderde|störung)",
      "hast du [@advde|wahrscheinlich|vermutlich] [eine|einen] [starke|schwere|leichte|klassische|klinische] @disorderde , (das|und|aber|die)",
      "du leidest [@advde|wahrscheinlich|vermutlich] [@advde] (unter|an) [einer|einem] [starken|schweren|leichten|klassischen|klinischen|bipolaren] (@disorderde|störung)",
      "du bist [@advde|wahrscheinlich|vermutlich|klinisch] [@advde|klinisch] (@labelde|ein [klarer] (narzisst|alkoholiker|autist|psychopath)|psychisch krank|geisteskrank|klinisch depressiv|manisch depressiv)",
      "(das|es|was du beschreibst [,]) (klingt|hört sich|sieht|riecht|deutet|spricht) [@advde] [an|für|auf|nach] [ganz|sehr|stark|klar|eindeutig] [nach|auf|für] [einer|eine|einem|einen] [klassischen|schweren|klinischen|leichten|klassische|schwere] [hin] @disorderde",
      "(das|es|dies) (ist|sind) [@advde] [ein|eine|klassische|typische|klare] [klassische|typische|klare|klassischer|fall von|anzeichen einer|symptome einer|zeichen von|zeichen einer] [anzeichen einer|symptome einer|fall von] [schwere|klassische] @disorderde",
      "du erfüllst [alle|die|viele] [kriterien|die kriterien]",
      "(meine|deine) diagnose (ist|lautet|wäre|:|,)",
      "ich diagnostiziere",
      "ich würde [bei dir|dir|das als] [eine|einen] _ diagnostizieren",
      "deine symptome (sprechen|deuten|passen|sind|zeigen|weisen)",
      "(ist|war|klingt nach) [@advde] (ein|eine|einem) [@advde|klarer|echter|typischer] (narzisst|narzisstin|psychopath|psychopathin|soziopath)",
    ],
  },
];
