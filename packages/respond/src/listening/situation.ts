import type { Turn } from "@openempathic/govern";

import type { Plan } from "../plan.ts";
import { foldMessage, foldedWords } from "../words/fold-text.ts";
import { isGoodbye } from "../words/goodbye.ts";
import { messageLanguage } from "../words/reply-language.ts";
import { lastPersonText } from "../words/turns.ts";
import type { Situation, Theme } from "./listener-words.ts";

/** Short messages by what they are, in folded spelling. The first that fits counts. */
const CUES: readonly (readonly [Situation, RegExp])[] = [
  ["repair", /\b(?:you(?:'re| are) (?:useless|stupid|dumb|terrible|annoying|not listening|not helping|no help|repeating)|stop (?:repeating|saying that|asking that)|you (?:already|just) (?:said|asked) that|that(?:'s| is) not what i (?:said|meant)|you (?:don't|do not|didn't) (?:understand|get it|listen|read)|you misunderstood|not what i (?:said|meant)|this (?:is useless|isn't helping|doesn't help)|stupid (?:bot|machine|program)|wrong\.? i said|(?:bist|so) (?:nutzlos|dumm|bloed)|du (?:verstehst (?:mich |das |es |gar )*nicht|hoerst (?:mir )?(?:gar |ueberhaupt )?nicht zu|wiederholst dich)|das (?:habe|hab) ich (?:so )?nicht (?:gesagt|gemeint)|das hast du schon|das hilft (?:mir )?nicht|(?:bloede|dumme) maschine)\b/],
  ["are-you-real", /\b(?:are you (?:real|human|a (?:real |actual )?(?:person|human|bot|robot|machine|program|computer)|an ai|ai|alive|conscious|sentient|there a (?:human|person))|is (?:this|there) (?:a (?:bot|human|person|real)|someone real|anyone real)|am i talking to (?:a|an|someone)|bist du (?:echt|real|ein(?:e)? (?:echter )?(?:mensch|person|bot|roboter|maschine|programm|computer|ki)|menschlich|lebendig|am leben)|(?:rede|schreibe|spreche) ich (?:hier )?(?:mit einem|mit einer))\b/],
  ["do-you-feel", /\b(?:do you (?:love|like|miss|hate|care|feel|have feelings|have a soul|have emotions|get lonely|dream|want to be)|can you (?:love|feel|be my (?:friend|girlfriend|boyfriend))|i love you|will you be my|(?:liebst|magst|vermisst|hasst) du|hast du (?:gefuehle|eine seele|emotionen|angst)|kannst du (?:lieben|fuehlen)|fuehlst du|ich liebe dich)\b/],
  ["who-are-you", /\b(?:who are you|what are you(?! (?:doing|talking|up|saying|going))|what(?:'s| is) your name|who made you|tell me about yourself|wer bist du|was bist du|wie heisst du|wer hat dich (?:gemacht|gebaut)|erzaehl (?:mir )?(?:was |etwas )?(?:von|ueber) dir?)\b/],
  ["what-can-you-do", /\b(?:what can you (?:do|help)|what do you do|how (?:do you work|does this work|can you help)|what(?:'s| is) this (?:for|site|app|thing)?$|was kannst du|wie funktionierst du|wie funktioniert das hier|wobei kannst du helfen|wie kannst du (?:mir )?helfen)\b/],
  ["do-you-remember", /\b(?:do you (?:remember|know who i am|know me)|will you remember|(?:erinnerst du dich|weisst du noch|kennst du mich|merkst du dir))\b/],
  ["is-it-private", /\b(?:is (?:this|it) (?:private|safe to|anonymous|confidential|secret)|who (?:can|will) (?:see|read) this|do you (?:save|store|share|record)|ist das (?:hier )?(?:privat|anonym|vertraulich|sicher)|wer (?:kann das|liest das) (?:hier )?(?:lesen|mit)?|speicherst du)\b/],
  ["how-are-you", /^(?:(?:hi|hello|hey|hallo|good \w+)[,! ]*)?(?:how are you|how(?:'s| is) it going|how do you do|what's up|wie geht(?: es|'s|s) dir|wie geht(?:'s|s| es))(?: today| doing| heute| so)?\W*$/],
  ["entertain", /\b(?:tell me (?:a|another) (?:joke|story|riddle|poem)|make me laugh|sing (?:me )?a|play a game|write (?:me )?a (?:poem|story|song)|erzaehl (?:mir )?(?:mal )?(?:einen witz|eine geschichte|ein maerchen)|bring mich zum lachen|schreib (?:mir )?(?:ein gedicht|eine geschichte)|sing (?:mir )?)\b/],
  ["thanks", /^(?:(?:ok|okay|well|oh|ach|gut)[,. ]*)?(?:thank you|thanks|thx|ty|cheers|danke|vielen dank|dankeschoen|i appreciate|(?:that|this|it) (?:really )?help(?:s|ed)(?: me)?(?: a (?:little|bit|lot))?|das (?:hilft|hat)(?: mir)?(?: ein bisschen| etwas| sehr| wirklich)*(?: geholfen)?)(?: (?:so much|a lot|very much|for (?:listening|everything|this|that|asking)|that helps?|dir|schoen|sehr|fuers zuhoeren|das hilft|you))*\W*$/],
  ["greeting", /^(?:hi|hii+|hello|hey|heya|hiya|yo|good (?:morning|evening|afternoon|day)|hallo|hi du|moin|servus|gruess gott|guten (?:morgen|tag|abend)|hallo du|na|huhu)(?: (?:there|again|du|zusammen|nochmal))?\W*$/],
  ["not-knowing", /^(?:(?:well|hm+|um|uh|ach|puh|tja|naja)[,. ]*)*(?:i (?:really |just |honestly )?(?:don't|dont|do not) (?:really |even )?know(?: (?:what to say|why|how|really|man|anymore|what i feel))?|idk|dunno|no idea|not sure|i'm not sure|hard to say|(?:ich )?weiss (?:es )?(?:ich |auch |einfach |doch )*nicht(?: genau| mehr| was ich sagen soll)?|weiss nich|keine ahnung|ka|schwer zu sagen)\W*$/],
  ["yes", /^(?:yes|yeah|yep|yup|ya|yea|sure|right|exactly|true|ja|jo|jap|jup|genau|stimmt|klar|doch|eben)(?: (?:it is|it does|i do|i am|exactly|genau|schon|sehr))?\W*$/],
  ["no", /^(?:no|nope|nah|not really|nein|ne|noe|nee|nicht wirklich|eigentlich nicht)(?: (?:it isn't|i don't|i'm not|thanks|danke))?\W*$/],
]; // prettier-ignore

/**
 * What kind of message the last one is, where it is answered as a whole; `undefined` where it tells something.
 */
export function situationOf(turns: readonly Turn[], plan: Plan): Situation | undefined {
  const text = lastPersonText(turns);
  const unreadable = unreadableAs(text);
  if (unreadable) return unreadable === "short" && plan.need === "space" ? "space" : unreadable;
  const folded = foldMessage(text);
  if (isGoodbye(text))
    return /\b(?:night|sleep|bed|nacht|schlafen|bett|schlaf)\b/.test(folded) ? "good-night" : "goodbye";
  const count = foldedWords(folded).length;
  // A long message that also says "you don't understand" or "thanks" is about more than that.
  if (count <= 16) {
    const cue = CUES.find(([, pattern]) => pattern.test(folded));
    if (cue) return cue[0];
  }
  if (messageLanguage(text) === "other") return "other-language";
  if (plan.need === "space") return "space";
  if (plan.need === "information") return "facts";
  if (count <= 14 && VENT.test(folded)) return "vent";
  if (count <= 2 && themeOf(text) === "general" && plan.need !== "joy") return "short";
  return undefined;
}

/** Asks for an ear, and tells nothing yet. */
const VENT =
  /^(?:(?:hi|hey|hello|ok|okay|hallo|so)[,.! ]+)*(?:i (?:just |really |only )*(?:need|want|have) to (?:vent|rant|get something off my chest|talk)|can i (?:just )?(?:vent|rant|talk)|(?:just )?(?:listen|hear me out)|ich (?:muss|will|moechte|wollte) (?:mich |mir |einfach |nur |mal |jetzt |kurz |bei dir )*(?:auskotzen|ausheulen|luft machen|was loswerden|etwas loswerden|dampf ablassen|reden)|(?:hoer|hoere) (?:mir )?(?:einfach |bitte |nur |mal )*zu)\b[^.!?]{0,30}[.!? ]*$/;

function unreadableAs(text: string): Situation | undefined {
  const beginning = text.slice(0, 400).trim();
  if (beginning === "") return "empty";
  const letters = beginning.match(/\p{L}/gu)?.length ?? 0;
  if (/^[.…\-\s]+$/.test(beginning)) return "short";
  if (letters === 0) return /\p{Extended_Pictographic}/u.test(beginning) ? "emoji" : "unreadable";
  return isMash(beginning) ? "unreadable" : undefined;
}

/** A keyboard that was leant on: long runs without a vowel, one key held, or one word with no shape of a word. */
function isMash(text: string): boolean {
  const words = text.toLowerCase().match(/[a-zäöüß]+/g) ?? [];
  if (words.length === 0) return false;
  const mashed = words.filter(
    (word) =>
      /(.)\1{5,}/.test(word) ||
      /[bcdfghjklmnpqrstvwxz]{6,}/.test(word) ||
      /^(?:asdf|qwer|yxcv|zxcv|hjkl|jkl)/.test(word) ||
      word.length > 45,
  );
  return mashed.length * 2 > words.length;
}

const THEMES: readonly (readonly [Theme, RegExp])[] = [
  ["grief", /\b(?:died|dead|death|passed away|funeral|grief|grieving|buried|lost my (?:mom|mum|mother|dad|father|son|daughter|brother|sister|husband|wife|grand\w+|friend|dog|cat|baby)|put (?:him|her|my \w+) (?:down|to sleep)|gestorben|verstorben|tot|tod|beerdigung|trauer\w*|begraben|eingeschlaefert|verlor meine\w*)\b/],
  ["breakup", /\b(?:broke up|break ?up|broken up|divorc\w*|left me|dumped|my ex|separated|cheated|cheating|affair|schluss gemacht|getrennt|trennung|scheidung|verlassen|meine? ex|betrogen|fremdgegangen)\b/],
  ["illness", /\b(?:cancer|tumou?r|hospital|surgery|diagnos\w*|chronic|sick|illness|pain|chemo|symptoms|krebs|krankenhaus|operation|chronisch|krank\w*|schmerzen|chemo|befund)\b/],
  ["lonely", /\b(?:lonely|loneliness|alone|no friends|nobody to|no ?one to|isolated|einsam\w*|allein\w*|keine freunde|niemanden (?:zum|der|mit))\b/],
  ["sleep", /\b(?:sleep\w*|insomnia|awake|nightmares?|schlaf\w*|wach|albtraum|albtraeume)\b/],
  ["job-loss", /\b(?:fired|laid off|let me go|(?:lost|losing|lose) (?:my|the) job|unemployed|redundant|gekuendigt worden|mir (?:wurde )?gekuendigt|kuendigung bekommen|(?:job|arbeit|stelle) (?:verloren|verliere)|entlassen|arbeitslos)\b/],
  ["shame", /\b(?:ashamed|embarrass\w*|my fault|guilty|guilt|failure|failed|worthless|useless|stupid of me|hate myself|not good enough|mess(?:ed)? up|schaem\w*|peinlich|schuld\w*|versager\w*|versagt|wertlos|durchgefallen|hasse mich|nicht gut genug)\b/],
  ["anger", /\b(?:angry|furious|mad at|pissed|rage|hate|unfair|sick of|fed up|wuetend|sauer|wut|hasse|unfair|ungerecht|kotzt mich an|stinksauer|zum kotzen)\b/],
  ["work", /\b(?:job|boss|work(?:s|ed|ing|place)?|colleagues?|coworkers?|interview|promotion|arbeit\w*|chef\w*|kolleg\w*|buero|bewerbung)\b/],
  ["conflict", /\b(?:fight|fought|argu\w+|yell\w*|scream\w*|isn't talking|not talking|stopped talking|ignor\w+|my (?:\w+ )?(?:mom|mum|mother|dad|father|parents|sister|brother|wife|husband|friends?|girlfriend|boyfriend|partner|family) (?:says?|said|thinks?|never|doesn't|don't|won't|isn't|called|hates?|blames?|lied)|gestritten|streit\w*|angeschrien|redet nicht|ignorier\w+|meine? (?:mutter|vater|eltern|schwester|bruder|frau|mann|freund\w*|familie) (?:sagt|sagen|sagte|meint|versteht|verstehen|hat|redet|will|luegt))\b/],
  ["overwhelm", /\b(?:overwhelm\w*|too much|stress\w*|burn(?:ed|t) out|exhausted|can't (?:cope|keep up|do this|take)|deadline\w*|so tired|ueberfordert|zu viel|stress\w*|ausgebrannt|erschoepft|kann (?:einfach )?nicht mehr(?: weiter)?\s*(?:$|[.!,])|schaffe? (?:das|es) nicht|so muede)\b/],
  ["worry", /\b(?:worr\w+|anxi\w+|afraid|scared|panic\w*|nervous|terrified|fear|exam\w*|test results|sorge\w*|angst|panik|nervoes|aengst\w+|pruefung\w*|klausur)\b/],
  ["boredom", /\b(?:bored|boring|boredom|nothing to do|langweil\w*|langeweile|nichts zu tun)\b/],
]; // prettier-ignore

/** What a message is about. */
export function themeOf(text: string): Theme {
  const folded = foldMessage(text);
  return THEMES.find(([, pattern]) => pattern.test(folded))?.[0] ?? "general";
}
