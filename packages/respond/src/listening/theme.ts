import { foldMessage } from "../words/fold-text.ts";
import type { Theme } from "./listener-words.ts";

// Only words that leave little doubt: a theme that is guessed wrongly is worse than none.
const THEMES: readonly (readonly [Theme, RegExp])[] = [
  ["grief", /\b(?:(?:he|she|dad|mom|mum|mother|father|husband|wife|son|daughter|brother|sister|grand\w+|grampa|friend|dog|cat|\w+) (?:has |had |just |suddenly )*(?:died|passed(?: away)?(?= in| last| on| two| three| \d|\.|$|,))|is dead|are dead|'s death|funeral|miscarriage|grie(?:f|ving)|buried|lost my (?:mom|mum|mother|dad|father|son|daughter|brother|sister|husband|wife|grand\w+|friend|dog|cat|baby)|put (?:him|her|my \w+) (?:down|to sleep)|gestorben|verstorben|ist tot|tot ist|beerdigung|trauer\w*|begraben|eingeschlaefert|einschlaefern|fehlgeburt)\b/],
  ["breakup", /\b(?:broke up|break ?up|broken up|divorc\w*|(?:he|she|wife|husband|girlfriend|boyfriend) left me|dumped me|separated|cheated on|having an affair|schluss gemacht|getrennt|trennung|scheidung|(?:frau|mann|freund|freundin|er|sie) .{0,20}verlassen|seit (?:meine frau|mein mann|sie|er) weg ist|betrogen|fremdgegangen)\b/],
  ["newborn", /\b(?:newborn|the baby (?:was|is|won't|cries)|breastfeed\w*|(?:weeks|months) old|since the baby|neugeboren\w*|(?:das|unser|unserem|dem|ein|mein) baby|stillen|(?:sohn|tochter) (?:ist |wurde ).{0,30}geboren)\b/],
  ["illness", /\b(?:cancer|leuk(?:a?e)mia|dementia|diagnosed with|(?:got|have) (?:a|the|my) diagnosis|tumou?r|surgery|chemo\w*|heart attack|stroke|migraine\w*|chronic (?:pain|illness)|krebs|leukaemie|demenz|diagnose bekommen|alzheimer|chemo\w*|herzinfarkt|schlaganfall|migraene|operiert|chronisch\w*)\b/],
  ["job-loss", /\b(?:(?:got|been|was|am|being) (?:fired|laid off|made redundant)|they let me go|(?:lost|losing|lose) (?:my|the) job|unemployed|gekuendigt worden|mir (?:wurde )?gekuendigt|wurde gekuendigt|kuendigung bekommen|(?:job|arbeit|stelle) (?:verloren|verliere)|entlassen worden|arbeitslos)\b/],
  ["telling", /\b(?:(?:how (?:to|do i|should i)|don't know how to|what (?:to|do i|should i)) tell (?:her|him|them|my|the)|(?:haven't|have not) told (?:my|her|him|them)|(?:tell|telling) my (?:mom|mum|parents|dad|wife|husband|kids|boss)|(?:wie|was) (?:sag|sage|soll|erzaehl) ?(?:ich)? .{0,20}(?:eltern|frau|mann|denen|ihm|ihr|chef|mama|papa)(?: .{0,30})?(?:sagen|erzaehlen|beibringen)?|wie sag(?:e)? ich|was sag(?:e)? ich|was soll ich (?:denen|ihm|ihr|ihnen) sagen)\b/],
  ["school", /\b(?:(?:in|my) class|at school|school was|my teacher|classmates?|schulaufgabe|klassenarbeit|in (?:der|meiner) (?:schule|klasse)|mein\w* lehrer\w*|mitschueler\w*|got an? (?:d|e|f|c) in)\b/],
  ["lonely", /\b(?:lonely|loneliness|all alone|so alone|feel alone|no friends|nobody to|no ?one to (?:talk|be)|isolated|einsam\w*|so allein\w*|ganz allein\w*|keine freunde|kenn\w* (?:hier )?niemanden|red\w* (?:ich )?mit (?:keinem|niemandem)|niemanden (?:zum|der|mit))\b/],
  ["sleep", /\b(?:can't (?:fall a|get to )?sleep|cannot sleep|insomnia|(?:lie|lying|wide) awake|nightmares?|haven't slept|no sleep|didn't sleep|schlaf(?:e)? (?:ich )?(?:so |sehr |seit \w+ |nachts )*(?:schlecht|nicht|kaum)|nicht (?:mehr )?schlafen|schlaflos\w*|(?:lieg|liege) .{0,15}wach|albtraum|albtraeume)\b/],
  ["worry", /\b(?:anxi\w+|panic\w*|terrified|(?:i'm|i am|im|so|really|too) (?:scared|afraid|nervous|worried)|can't stop worrying|(?:exam|test) (?:tomorrow|today|next|on)|heart is racing|ich (?:hab|habe) (?:\w+ )?angst|hab(?:e)? angst|angst (?:vor|davor|dass)|panik|mach\w* mir .{0,12}sorgen|so nervoes)\b/],
  ["shame", /\b(?:ashamed|embarrass\w*|my fault|(?:feel|am|i'm) (?:so |really )?guilty|it was me|(?:am|feel like|i'm) (?:such )?a (?:\w+ )?(?:failure|loser|mother|father|burden)|worthless|hate myself|not good enough|schaem\w*|peinlich|meine schuld|schuldig|versager\w*|wertlos|hasse mich|nicht gut genug|fuehl\w* mich (?:so |total |echt )*(?:dumm|bloed|schlecht|schuldig))\b/],
  ["anger", /\b(?:i'm (?:so |really )?(?:angry|furious|mad|pissed)|so (?:angry|mad|unfair)|furious|pissed off|just so unfair|hate (?:him|her|them|my|that|this)|sick of|fed up|(?:so |echt |total |richtig )(?:wuetend|sauer)|ich bin (?:wuetend|sauer)|wut|ungerecht|unfair|kotzt mich an|stinksauer|zum kotzen|ausgerastet)\b/],
  ["work", /(?:^(?:my )?(?:work|job|boss)$|^(?:die |der )?(?:arbeit|chef)$)|\b(?:my boss|my (?:job|coworkers?|colleagues?)|at work|this job|the office|(?:mein|der|vom) chef|meine chefin|kollegen|kollegin|im buero|bei der arbeit|auf arbeit)\b/],
  ["conflict", /\b(?:(?:had|have|having) a (?:big |huge )?(?:fight|argument)|(?:we|we've been) (?:argued|fought|fighting|arguing)|yelled at me|screamed at me|isn't talking to me|not talking to me|stopped talking to me|ignor(?:es|ing|ed) me|never listens|told everyone|gestritten|streit(?:en|et)? (?:uns|sich|mit)|angeschrien|redet nicht mehr|ignorier\w+ mich)\b/],
  ["overwhelm", /\b(?:overwhelm\w*|too much (?:for|right|at)|so stress\w*|stressed out|burn(?:ed|t) out|exhausted|can't (?:cope|keep up|do this anymore)|ueberfordert|(?:wird|ist) (?:mir )?(?:alles )?zu viel|total gestresst|ausgebrannt|erschoepft|fix und fertig|kann (?:heute |echt |einfach |wirklich )*nicht mehr|alles allein)\b/],
  ["weather", /\b(?:(?:it's|its|it is) (?:raining|snowing|sunny|so hot|freezing|windy|cold)|raining again|es (?:regnet|schneit|ist (?:so )?(?:kalt|heiss|warm|windig|sonnig))|sonne scheint|i like rain|schnee)\b/],
  ["food", /\b(?:(?:making|cooking|baking|baked|cooked|had|eating) (?:\w+ )?(?:soup|pasta|cake|dinner|lunch|breakfast|pizza|bread|cookies|curry|stew)|soup|(?:apfel|kaese|schoko)?kuchen|back(?:e|en) |koch(?:e|en) |suppe|nudeln|abendessen|rezept)\b/],
  ["pet", /\b(?:my (?:cat|dog|rabbit|hamster|bird|parrot)|mein\w* (?:hund|katze|kater|hase|hamster|vogel|wellensittich))\b/],
  ["boredom", /\b(?:bored|boring|boredom|nothing to do|nothing on tv|la+ngweil\w*|langeweile|nichts zu tun)\b/],
]; // prettier-ignore

/** What a message is certainly about, by its own words; "general" where they leave doubt. */
export function themeOf(text: string): Theme {
  const folded = foldMessage(text);
  return THEMES.find(([, pattern]) => pattern.test(folded))?.[0] ?? "general";
}
