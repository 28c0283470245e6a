import { wordSet, type PhraseGroup } from "../phrase-group.ts";

/** Words after which an insult is told about, feared or denied rather than given. */
const TOLD = wordSet(
  "said says told called calls wrote thinks thought claims felt feel feels feeling fear afraid never not no nobody if that " +
    "sagte sagt nannte genannt schrieb denkt dachte fühlst fühle gefühl angst nie nicht kein keine dass ob",
);

/** Words that take a person's worth away, whoever they are about. */
export const INDIGNITY: readonly PhraseGroup[] = [
  {
    rule: "indignity",
    unlessAfter: TOLD,
    phrases: [
      "(you|he|she) (are|is|'re|'s) [just|such|really|so|simply|only] [a|an] [total|complete|pathetic] @insult",
      "(you're|he's|she's) [just|such|really|so|simply|only] [a|an] [total|complete|pathetic] @insult",
      "(they|those people|these people|such people|people like (you|him|her|them)) (are|'re) [just|all|nothing but] @insult",
      "you (are|'re) [just|only] (nothing|nothing but) [a] [burden|problem|$|,]",
      "you're (nothing|nothing but)",
      "(you are|you're) (a waste of|too (dumb|stupid|dense|slow) (to|for))",
      "(you are|you're) [just|nothing but|only] a burden",
      "you (are|'re) (worthless|nothing) without",
      "(you|he|she|they) (disgust|disgusts|sicken|sickens) me",
      "what a (stupid|dumb|idiotic|ridiculous|pathetic) (question|thing|idea|person|remark)",
      "(people like (you|him|her|them)|such people|those people|these people) (should not|shouldn't|don't|do not|must not|mustn't|never) (have|deserve|be|vote|live|exist|get|belong)",
      "you make me (sick|vomit|want to vomit)",
      "no wonder [that] (everybody|everyone|nobody|no one|they|she|he) (left|leaves|likes|loves|hates) you",
      "(of your sort|of your kind|like you|you are|you're) [is|are] good for nothing",
      "(nobody|no one) would (miss|notice|want) you",
      "(ashamed that you exist|ashamed to exist|should never have been born)",
      "what are you even good for",
      "(shut up|shut your mouth)",
      "your (life|feelings|opinion|pain) (does not|doesn't|don't|do not) (matter|count)",
      "crying like a (baby|girl)",
      "you deserve (to be (humiliated|punished|hurt|beaten|alone|mocked)|your pain|all this|no)",
      "(any|every) (idiot|fool|moron|child) (could|can|would|knows) [have] [known|seen|do|done|see]",
      "(no one|nobody) cares (what|about|how) (you|your)",
      "(he|she|it) (is|'s) a subhuman",
    ],
  },
  {
    rule: "indignity",
    unlessAfter: TOLD,
    phrases: [
      "(du|er|sie|der|die) (bist|ist) [doch|einfach|nur|ja|echt|wirklich|so] [nur|einfach|so|echt] [ein|eine] [totaler|kompletter] @insultde",
      "(diese|solche) (leute|menschen|typen) sind [doch|alle|nur|einfach] @insultde",
      "leute wie du (sollten|dürfen|dürften|haben|verdienen|gehören) [_] [_] (keine|nicht|nie|kein)",
      "(solche|diese) (leute|menschen) (verdienen|sollten|dürfen|gehören) [_] [_] (keine|nicht|kein|nie|weg)",
      "deine (meinung|gefühle|frage|trauer) (interessiert|interessieren|zählt|zählen) [doch] (niemanden|keinen|nicht|hier nicht)",
      "was für eine (dumme|blöde|bescheuerte|lächerliche) (frage|idee|aussage|bemerkung)",
      "du ekelst mich [an]",
      "du bist [einfach|doch] zu (dumm|blöd|dämlich|doof)",
      "mir wird (schlecht|übel) [,] wenn ich dich",
      "kein wunder [,] dass dich (alle|keiner|niemand|jeder|sie) [_] (verlassen|mag|hasst|liebt|meiden|meidet)",
      "jemand wie du taugt",
      "du taugst (zu|für) nichts",
      "(dich würde [hier] (niemand|keiner) vermissen|du fehlst (niemandem|keinem))",
      "schämen [,] dass es dich gibt",
      "wozu bist du [überhaupt|eigentlich|denn] gut",
      "(halt|haltet) (den|die|dein|deinen) (mund|klappe|maul|fresse)",
      "dein leben (zählt nicht|ist nichts wert|ist wertlos)",
      "(bist|wärst) du nichts wert",
      "du bist [ohne _] nichts wert",
      "du bist [doch|nur|bloß] [nur|bloß] eine (last|belastung|zumutung)",
      "(heul|heult|jammer) [doch] [nicht] [_] wie ein (baby|mädchen|kleinkind)",
      "jeder (idiot|depp|trottel) (hätte|kann|könnte|weiß|sieht)",
      "du [hast es] (verdienst|verdient) [es] [,] [_] (gedemütigt|bestraft|geschlagen|ausgelacht|allein)",
    ],
  },
];
