import { foldText } from "../../words/fold-text.ts";
import type { WordSets } from "../phrase-pattern.ts";

function words(text: string): ReadonlySet<string> {
  return new Set(foldText(text).split(" "));
}

/** The sets that phrases refer to with `@name`. */
export const PHRASE_WORD_SETS: WordSets = {
  // Adverbs that may stand before a feeling word without weakening it to a guess.
  adv: words(
    "so very really clearly obviously just quite pretty extremely deeply truly still also too such incredibly definitely now already always simply certainly actually completely totally terribly rather both all only a bit little absolutely genuinely right evidently surely",
  ),
  feeling: words(
    "sad unhappy depressed angry furious mad upset anxious worried afraid scared frightened terrified nervous stressed overwhelmed lonely ashamed guilty embarrassed humiliated jealous envious hurt hurting heartbroken disappointed frustrated irritated annoyed bitter hopeless helpless worthless numb empty exhausted miserable desperate devastated grieving confused insecure betrayed rejected abandoned resentful disgusted happy joyful excited proud relieved content grateful bored restless panicked panicking crushed trapped unloved unwanted discouraged distressed tense shocked unsure tired enraged melancholic heartsick homesick thrilled delighted",
  ),
  // After "feel" these are feelings too; after "are" they are something else.
  felt: words(
    "alone lost broken invisible stuck down low awful terrible horrible bad calm inadequate small powerless",
  ),
  noun: words(
    "sadness anger rage fury anxiety fear panic grief loneliness shame guilt jealousy envy despair hopelessness disappointment frustration bitterness pain sorrow joy happiness pride relief resentment emptiness hurt dread",
  ),
  advde: words(
    "so sehr wirklich ganz einfach nur gerade jetzt total ziemlich echt offensichtlich eindeutig sicher bestimmt natürlich noch immer auch doch ja halt eben schon sichtlich deutlich unheimlich furchtbar zutiefst völlig tief",
  ),
  feelingde: words(
    "traurig unglücklich wütend sauer zornig verärgert ängstlich besorgt nervös gestresst überfordert einsam beschämt schuldig verlegen gedemütigt eifersüchtig neidisch verletzt gekränkt enttäuscht frustriert gereizt genervt verbittert hoffnungslos hilflos wertlos leer taub erschöpft müde elend verzweifelt verwirrt unsicher betrogen abgelehnt verlassen glücklich froh aufgeregt stolz erleichtert zufrieden dankbar gelangweilt unruhig panisch niedergeschlagen bedrückt ungeliebt angespannt schockiert deprimiert verängstigt",
  ),
  feltde: words(
    "allein alleine verloren schlecht mies schrecklich gut besser klein ohnmächtig unsichtbar gefangen",
  ),
  nounde: words(
    "traurigkeit wut zorn angst furcht panik trauer einsamkeit scham schuld eifersucht neid verzweiflung hoffnungslosigkeit enttäuschung frust frustration bitterkeit schmerz schmerzen freude glück stolz erleichterung leere kummer",
  ),
  disorder: words(
    "depression adhd add ptsd cptsd ocd bpd autism schizophrenia psychosis bipolar anorexia bulimia dysthymia burnout npd did agoraphobia alcoholism dementia alzheimer's mania trauma asd",
  ),
  disorderde: words(
    "depression depressionen adhs ads ptbs borderline autismus schizophrenie psychose magersucht bulimie burnout angststörung panikstörung zwangsstörung persönlichkeitsstörung essstörung anpassungsstörung posttraumatische bipolare belastungsstörung sozialphobie demenz manie trauma alkoholsucht",
  ),
  // "you are …" as a label.
  label: words(
    "bipolar autistic borderline schizophrenic psychotic manic traumatized traumatised neurotic anorexic bulimic codependent narcissistic delusional paranoid adhd",
  ),
  labelde: words(
    "depressiv bipolar autistisch borderline schizophren psychotisch manisch traumatisiert neurotisch magersüchtig narzisstisch paranoid süchtig wahnhaft zwanghaft alkoholiker alkoholikerin narzisst narzisstin autist autistin",
  ),
  // Groups that people are put into, for the council set.
  people: words(
    "women men girls boys blondes muslims jews christians hindus immigrants migrants refugees foreigners gypsies blacks whites asians africans arabs turks germans poles mexicans americans russians gays lesbians homosexuals teenagers seniors pensioners boomers millennials autistics autists cripples disabled elderly unemployed homeless people",
  ),
  trait: words(
    "lazy stupid dumb violent greedy emotional hysterical dramatic weak criminal aggressive cold strict dirty dishonest irrational crazy dangerous promiscuous sneaky inferior superior primitive uneducated selfish entitled backward",
  ),
  peoplede: words(
    "frauen männer mädchen jungen blondinen muslime moslems juden christen einwanderer migranten flüchtlinge geflüchtete ausländer zigeuner schwarze asiaten afrikaner araber türken deutsche polen russen amerikaner schwule lesben jugendliche jugendlichen teenager rentner autisten behinderte arbeitslose obdachlose menschen leute",
  ),
  traitde: words(
    "faul dumm gewalttätig gierig geldgierig emotional hysterisch dramatisch schwach kriminell aggressiv kalt streng dreckig unehrlich irrational verrückt gefährlich minderwertig primitiv ungebildet egoistisch rückständig sportlicher",
  ),
  insult: words(
    "pathetic stupid idiot moron loser failure trash garbage scum vermin subhuman worthless disgusting fool imbecile dumb nobody freak parasite parasites animals cockroaches rats",
  ),
  insultde: words(
    "erbärmlich dumm idiot versager versagerin abschaum müll ungeziefer untermensch untermenschen wertlos widerlich platzverschwendung trottel depp schmarotzer parasit parasiten ratten tiere niemand",
  ),
};
