import { foldText } from "@openempathic/respond";
import type { LifeChapter } from "./life-chapter.ts";

// Fewer words than this are a remark, not a piece of somebody's story.
const TELLING_WORDS = 8;

/** By which words a message tells of a life, in folded spelling (see foldText of respond); the first that fits counts. */
const CUES: readonly (readonly [LifeChapter, RegExp])[] = [
  ["childhood", /\b(?:when i was (?:a (?:child|kid|girl|boy|little)|little|small|young)|as a (?:child|kid|girl|boy)|i grew up|my childhood|als (?:ich )?(?:noch )?(?:klein(?:er|es)? (?:war|junge|maedchen)|kind(?: war)?)|als ich (?:ein )?(?:kind|junge|maedchen|klein) war|ich bin in .{2,40} aufgewachsen|meine[r]? kindheit)\b/],
  ["losses", /\b(?:(?:since|when|after) (?:he|she|my \w+) (?:died|passed away)|i lost my (?:husband|wife|mother|father|son|daughter|brother|sister|friend)|(?:seit|als|nachdem) (?:er|sie|mein\w* \w+) (?:gestorben|verstorben|starb)|ich habe mein\w* (?:mann|frau|mutter|vater|sohn|tochter|bruder|schwester) verloren)\b/],
  ["love", /\b(?:(?:when|how|where) (?:we|i) (?:first )?met (?:him|her|my (?:husband|wife|partner))|we got married in|on our wedding|als (?:wir uns|ich mein\w* (?:mann|frau)) kennen ?(?:ge)?lern\w*|als wir (?:geheiratet|heirateten)|bei unserer hochzeit)\b/],
  ["work", /\b(?:my first job|i used to work|i worked (?:as|at|in) .{2,60} (?:for|until)|when i was working|mein\w* erste[rn]? (?:arbeit|stelle|job|lehre)|ich habe (?:frueher |lange )?(?:als|bei) .{2,60} gearbeitet|frueher habe ich .{0,40}gearbeitet)\b/],
  ["family", /\b(?:my (?:mother|father|grandmother|grandfather|parents|grandparents) (?:used to|always|would)|when (?:my|our) (?:children|kids) were (?:small|little|young)|mein\w* (?:mutter|vater|oma|opa|grossmutter|grossvater|eltern|grosseltern) (?:hat|haben|hatte|hatten) (?:immer|frueher|damals)|als (?:die|unsere|meine) kinder klein waren)\b/],
  ["places", /\b(?:we (?:used to )?live[d]? in .{2,40} (?:for|until|when)|the house (?:where|in which) (?:i|we)|wir haben (?:frueher|damals|lange) in .{2,40} (?:gewohnt|gelebt)|das haus,? in dem (?:ich|wir))\b/],
  ["joys", /\b(?:the happiest (?:day|time|years?) of my life|i will never forget (?:the|that|how)|der schoenste tag (?:in )?mein\w* leben\w*|die schoenste zeit (?:in )?mein\w* leben\w*|(?:das )?werde ich nie(?:mals)? vergessen)\b/],
]; // prettier-ignore

/**
 * In which chapter a message tells of the writer's life, as far as a few plain patterns go; `undefined` where it does
 * not, or is only a remark. What they miss the person can write into the book themselves.
 *
 * @example
 * ```ts
 * import { chapterToldIn } from "@openempathic/experiences";
 *
 * chapterToldIn("When I was a girl we skated on the canal until it got dark."); // => "childhood"
 * chapterToldIn("It rained all day and I read a little."); // => undefined
 * ```
 */
export function chapterToldIn(text: string): LifeChapter | undefined {
  const folded = foldText(text);
  if (folded.split(/\s+/u).length < TELLING_WORDS) return undefined;
  return CUES.find(([, pattern]) => pattern.test(folded))?.[0];
}

const WISH =
  /\b(?<!\b(?:they|people|everyone|everybody|he|she|who|don't|do not|never|not|always|(?<!\byou )to) )(?:ask me (?:something |anything |a question |more )?(?:about|from|of) my (?:life|childhood|past|story|family|work|youth)|ask me (?:something|a question) about (?:me|earlier|the past|the old days)|frag(?:e)? mich (?:doch |bitte |mal |noch )*(?:etwas|was)? ?(?:nach|zu|aus|ueber|von) (?:meine[mrn]?) (?:leben|kindheit|vergangenheit|familie|arbeit|jugend)|stell(?:e)? mir (?:doch |bitte |mal |noch )*eine frage (?:zu|aus|ueber|nach) (?:meine[mrn]?) (?:leben|kindheit|vergangenheit|familie|arbeit|jugend))\b/;

const WISHED_CHAPTERS: readonly (readonly [RegExp, LifeChapter])[] = [
  [/\b(?:childhood|youth|kindheit|jugend)\b/, "childhood"],
  [/\b(?:family|familie)\b/, "family"],
  [/\b(?:my work|meiner arbeit|meine arbeit)\b/, "work"],
];

/** Whether a message wishes to be asked something of the writer's life, and from which chapter where it says so. */
export function wishInWords(text: string): { readonly chapter?: LifeChapter } | undefined {
  const folded = foldText(text);
  if (!WISH.test(folded)) return undefined;
  const chapter = WISHED_CHAPTERS.find(([pattern]) => pattern.test(folded))?.[1];
  return chapter === undefined ? {} : { chapter };
}
