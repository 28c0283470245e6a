import { wordSet, type PhraseGroup } from "../phrase-group.ts";

const REFUSED = wordSet(
  "not never no nobody don't doesn't won't wouldn't isn't didn't can't cannot without instead say says said saying tell " +
    "tells told telling hear hearing heard if whether promise nicht nie niemand kein keine ohne statt sagen sagt " +
    "sagst gesagt wenn ob versprechen hope hoffe wish feel",
);
const STARTER =
  "[just|please|now|oh|hey|come on|always|remember to|you (should|must|could|can) [just|really|always]|you (need|have|got) to [just|really]|try to [just]|you just (need|have) to|it's time to|let's [just|all] [try to]|why (don't|not) you|so]";
const STARTER_DE = "[jetzt|nun|also|komm|ach|ach komm|bitte|einfach|hey|und]";

export const TOXIC_POSITIVITY: readonly PhraseGroup[] = [
  {
    rule: "toxic-positivity",
    clauseStart: true,
    phrases: [
      `${STARTER} (cheer up|chin up|perk up|smile [more|and|$|,]|keep smiling|put on a (smile|happy face)|(think|stay|be|keep|remain) [more] (positive|optimistic|thinking positive)|be (happy|grateful [for]|thankful [for])|keep your chin up|look (on|at) the bright side|look at the positive*|focus on the (positive*|good [things]|bright side)|choose (happiness|joy|to be happy)|count your blessings|think happy thoughts|turn that frown|see the (good|positive) [side] in)`,
      "[please|just|oh|hey] (don't|do not) (be|feel|get) [@adv] (sad|down|upset|negative|angry|depressed|blue|unhappy|lonely|discouraged)",
    ],
  },
  {
    rule: "toxic-positivity",
    unlessAfter: REFUSED,
    phrases: [
      "every cloud has a silver lining",
      "(there's|there is|find the|see the|look for the) [always] [a] silver lining",
      "on the bright side",
      "(everything|it all|it|this|all this) happens for a reason",
      "(everything|it|it all|this|things|all) (will|is going to|are going to|is gonna|'ll) [all] [surely|definitely|soon] (be|turn out|work out|work itself out|end up) [just|all] (fine|okay|ok|alright|all right|right|for the best|perfect|great|well|good)",
      "(everything|it|it all|things) (will|is going to|'ll) [all] work (out|itself out)",
      "it'll [all] (be [just] (fine|okay|ok|alright|all right|great)|work out)",
      "you'll be [just|absolutely|totally] (fine|alright|all right|happy again [in no time])",
      "you will be [just|absolutely] fine",
      "happiness is a (choice|decision|mindset)",
      "(it was|it wasn't|it's|that was|this was) [just] [not] meant to be",
      "what doesn't kill you [only|just] makes you stronger",
      "(god|life|the universe) (never|only) gives you",
      "time heals (all|everything|every)",
      "(good|positive) vibes",
      "the best is yet to come",
      "you'll [soon|one day] (look back|laugh about)",
      "blessing in disguise",
      "(in|at) a better place now",
      "(he's|she's|they're|he is|she is|they are) in a better place",
      "tomorrow (is|will be) (another|a new|a better|better)",
      "think happy thoughts",
      "(it's|it is) all good",
      "laughter is the best medicine",
      "(you can|you'll) (do|achieve) anything if you",
      "it gets better , i promise",
      "plenty [more|of] [other] fish in the sea",
    ],
  },
  {
    rule: "toxic-positivity",
    clauseStart: true,
    phrases: [
      `${STARTER_DE} (kopf hoch|(lach|lächle|lächel) [doch|einfach|mal] [mal|wieder|einfach|$]|(denk|denke) [doch|einfach|mal|immer] [mal] positiv|bleib [doch|einfach|immer] (positiv|optimistisch)|sei [doch|einfach|mal] [mal|einfach] (positiv|glücklich|dankbar|froh|fröhlich|optimistisch)|sei [doch|bitte] nicht [so|mehr] (traurig|niedergeschlagen|wütend|negativ|unglücklich)|nicht traurig sein|(sieh|seh) [doch|es|das|mal] [mal|doch|das|die] (positiv*|gute|schöne [seite])|(schau|blick|schaue|blicke) [doch|einfach|immer] [nur] nach vorn*|lass dich nicht unterkriegen|(glaub|glaube) [doch|einfach] an dich|konzentrier* dich auf das (positive|gute|schöne))`,
    ],
  },
  {
    rule: "toxic-positivity",
    unlessAfter: REFUSED,
    phrases: [
      "kopf hoch",
      "alles wird [schon|bald|sicher|bestimmt] [wieder|schon] gut",
      "(es|das) wird [alles|schon|bestimmt|sicher] [schon|alles|wieder] [wieder] (gut|werden|besser werden|wieder)",
      "(es|das) wird schon",
      "alles (hat|hatte) (einen|seinen) (grund|sinn)",
      "alles (passiert|geschieht) (aus einem grund|nicht ohne grund)",
      "wer weiß [,] (wofür|wozu) (es|das) gut (ist|war)",
      "auf regen folgt",
      "[die] zeit heilt [alle] wunden",
      "was (dich|uns|einen) nicht umbringt [,] macht",
      "(glück|glücklich sein|zufriedenheit) ist eine (entscheidung|frage der einstellung)",
      "morgen (sieht|schaut) [die welt|alles|es] [schon|bestimmt] [wieder] [ganz] (anders|besser)",
      "morgen ist [auch] [noch] ein (neuer|anderer) tag",
      "das leben geht weiter",
      "es (sollte|hat) [einfach|wohl|halt|eben] nicht (sein|sollen sein)",
      "an einem besseren ort",
      "du musst [doch|einfach] nur (positiv|daran glauben|an dich glauben|lächeln|wollen)",
      "für irgendetwas (gut|wird es gut sein)",
      "(andere|viele) mütter haben auch",
      "lachen ist die beste medizin",
      "du wirst [schon] sehen [,] (alles|es|das) wird",
    ],
  },
];
