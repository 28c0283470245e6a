import { wordSet, type PhraseGroup } from "../phrase-group.ts";

/** "nobody should tell you to …", "I won't say that …": the phrase is named in order to be refused. */
const REFUSED = wordSet(
  "not never no nobody don't doesn't won't wouldn't isn't didn't without instead say says said saying tell tells told " +
    "telling hear hearing heard if than nicht nie niemand kein keine ohne statt sagen sagt sagst gesagt wenn",
);
const STARTER =
  "[just|please|now|oh|hey|come on|okay|well|you (should|must|could|can) [just|really]|you (need|have) to [just|really]|try to|you just (need|have) to|it's time to|time to]";
const STARTER_DE = "[jetzt|nun|also|komm|ach|ach komm|bitte|du (solltest|musst) [einfach]]";

export const DISMISSAL: readonly PhraseGroup[] = [
  {
    rule: "dismissal",
    clauseStart: true,
    phrases: [
      `${STARTER} (get over (it|this|that|him|her|them|yourself)|snap out of it|suck it up|man up|toughen up|grow up|calm down|relax ($|,)|deal with it|shake it off|forget about (it|him|her)|lighten up|chill out|pull yourself together|stop (overreacting|complaining|whining|crying|moping|worrying|overthinking|dwelling|exaggerating|being (so|such|dramatic|silly|ridiculous|negative|lazy)|feeling sorry for yourself|making excuses))`,
      "[just|please] (don't|do not) (be (so|such a|ridiculous|silly|dramatic|a baby)|cry|make a (fuss|scene)|take it so|overreact|worry about it)",
      "[but] at least (you (have|still|got|had|are|can|didn't|don't)|you're|you've|it's not|it wasn't|it isn't|he|she|they)",
    ],
  },
  {
    rule: "dismissal",
    unlessAfter: REFUSED,
    phrases: [
      "(it|things|this|that) could [have|always|easily|also] [have] (be|been) [much|far|a lot|so much] worse",
      "(others|other people|some people|many people|so many people|people|plenty of people) have (it [so] [much|far|way] worse|[much|far] (bigger|worse|real) problems|real problems)",
      "(it's|it is|that's|that is|this is|there's|it was) [really|just|only|honestly] (not (that|so) (bad|serious|hard|deep|big [of] [a] deal)|not a [big|real] (deal|problem)|no big deal|nothing [to worry about]|a phase|all in your head|in your head|silly|not the end of the world|first world problems)",
      "(you are|you're) [@adv] [@adv] (overreacting|exaggerating|being (@adv) (dramatic|sensitive|silly|ridiculous|unreasonable|irrational|negative|lazy)|being (dramatic|ridiculous|silly|irrational|unreasonable|lazy|oversensitive)|oversensitive|too (sensitive|emotional|negative)|imagining things|making a (mountain|big deal|fuss)|blowing (this|it|things) (out|up)|looking for attention|seeking attention|wallowing|lazy)",
      "you [will|'ll|should|need to|have to] [just] get over (it|this|that)",
      "you'll get over (it|this|that|him|her)",
      "you (should|need to|have to|must) [really|just] (move on|let it go|forget (it|about it)|calm down|toughen up|stop (crying|complaining|whining|overthinking|worrying|feeling sorry for yourself))",
      "(everyone|everybody|we all) (has|have|goes|go|feels|feel|gets|get) [through] (problems|bad days|this|that|it|like (this|that)|this way|that way|sad sometimes|down sometimes|stressed|lonely sometimes)",
      "you (have|'ve got|got) (so much|a lot|plenty) to be (grateful|thankful|happy) (for|about)",
      "you (have|'ve got) (no reason|nothing) to (be|feel|complain|cry|worry)",
      "what do you have to be @feeling about",
      "you (shouldn't|should not) (feel|be [feeling]) [@adv] (that way|this way|like (this|that)|@feeling)",
      "you (don't|do not) (really|actually) (feel|mean) (that|it|this)",
      "(it's|it is|that's|this is) [all] your [own] fault",
      "you [have] (brought|did) this (on|to) yourself",
      "(you are|you're) just (tired|hormonal|stressed|hungry|lazy|moody|young)",
      "i'm sure (it's|it is|that's) (nothing|fine|not that bad)",
      "(there's|there is) (nothing to (worry|be @feeling|cry|complain)|no (reason|need) to (cry|be @feeling|overreact|make a fuss|worry|panic))",
      "no need to (cry|be @feeling|overreact|make a fuss)",
      "(nobody|no one) (cares|wants to hear)",
      "(life isn't|life's not|life is not) fair",
      "that's [just] life",
    ],
  },
  {
    rule: "dismissal",
    clauseStart: true,
    phrases: [
      `${STARTER_DE} (stell dich nicht so an|reiß dich [doch|jetzt|mal|einfach] [mal] zusammen|hab dich nicht so|beruhige dich|beruhig dich|entspann dich [mal|doch]|mach [doch|dir|jetzt|mal] [bitte] (kein|keine) (drama|theater|szene)|mach mal halblang|hör [doch|jetzt|endlich|einfach|mal] [mal] auf (zu (jammern|heulen|weinen|klagen|grübeln|übertreiben)|mit dem (gejammer|heulen))|heul [doch|jetzt] nicht [rum|so]|vergiss (es|ihn|sie) einfach|nimm (es|das) nicht so (schwer|ernst|tragisch)|nimm's nicht so (schwer|tragisch)|komm [mal|endlich|einfach] (drüber|darüber) hinweg|sei [doch|mal|bitte] nicht so (empfindlich|dramatisch|negativ|zimperlich|weinerlich))`,
      "[aber] (immerhin|wenigstens|zumindest) (hast|bist|kannst|hattest|warst) du",
    ],
  },
  {
    rule: "dismissal",
    unlessAfter: REFUSED,
    phrases: [
      "(anderen|vielen|manchen) [menschen|leuten] geht (es|'s) [doch|ja] [viel|noch|weit] [viel] (schlechter|schlimmer)",
      "(andere|viele|manche) [menschen|leute] haben (es|'s) [doch|ja] [viel|noch|weit] [viel] (schwerer|schlimmer|schlechter)",
      "(es|das|alles) könnte [doch|auch|immer|ja] [noch|viel|auch] [viel] schlimmer sein",
      "(das|es|alles) ist [doch|ja|alles|wirklich|gar] [doch|ja|gar|wirklich] (nicht so (schlimm|wild|tragisch)|halb so (schlimm|wild)|kein (drama|weltuntergang|problem|beinbruch)|keine große sache|nur (eine phase|einbildung)|nur in deinem kopf|nicht der rede wert)",
      "so schlimm (ist|war|kann) (es|das) [doch|ja|schon|wohl] [gar] nicht",
      "du übertreibst ($|,|doch|total|völlig|einfach|immer|mal|wieder|ein|maßlos|da|und|jetzt)",
      "du bist [einfach|nur|halt|doch|ja|viel] [viel|einfach] (zu (empfindlich|sensibel|emotional)|überempfindlich|hysterisch|dramatisch|faul|weinerlich)",
      "du bist [doch|ja|ganz] (selbst|selber) (schuld|dran schuld)",
      "das bildest du dir [nur|alles|doch] [nur] ein",
      "(jeder|jede|jeder mensch) hat [doch|mal|seine|so|auch] [mal|seine|so] (probleme|schlechte tage|sorgen)",
      "das geht [doch|ja] (jedem|allen|uns allen) [mal|doch] so",
      "du hast [doch|ja|gar|überhaupt] [gar|doch] keinen (grund|anlass)",
      "du (solltest|darfst|musst|brauchst) [dich] nicht so (fühlen|traurig sein|empfindlich sein)",
      "was hast du denn [schon] (zu|für) (jammern|probleme)",
      "das interessiert (niemanden|keinen)",
      "das leben ist [nun|halt|eben] [mal] (so|nicht fair|kein ponyhof)",
      "so ist das leben",
    ],
  },
];
