import type { TeaWordKey } from "./night.ts";
import { teaText } from "./tea-text.ts";

/**
 * The night in the tea house as a story in ink: the same guests, words, choices and endings, told by ink's own flow
 * instead of by the game's rules. It shows what a writer does with the functions of `bindInk`: ask how somebody feels
 * (`likes`, `goal`), let something happen (`believe`, `deed`, `goal_is`), stop for a cup (`# brew`), say whose moment it
 * is (`# guest`).
 *
 * @returns the source, to be compiled by inkjs
 *
 * @example
 * ```ts
 * import { teaInk } from "@openempathic/experiences/play";
 *
 * teaInk("en").includes('{ likes("lin", "keeper") >= 0.18:'); // => true
 * ```
 */
export function teaInk(language: "en" | "de"): string {
  const t = (key: TeaWordKey): string => teaText(key, language);
  const knots = [head, linArrives, brunoGrumbles, pimSnail, leafFound, pegSlips, busComes, ending];
  return knots.map((knot) => knot(t)).join("\n");
}

type Words = (key: TeaWordKey) => string;

function head(t: Words): string {
  return `EXTERNAL likes(who, other)
EXTERNAL goal(who, goal)
EXTERNAL mood(who, axis)
EXTERNAL dial(name)
EXTERNAL believe(belief, likelihood, goal, weight, by)
EXTERNAL goal_is(goal, likelihood, by)
EXTERNAL deed(by, approval)

VAR leaf = "unknown"
VAR string = "whole"
VAR played = false
VAR moss = false
VAR sky = ""

-> dusk

== function kindly(name, who, weight) ==
~ believe(name, 1, who, weight, "keeper")

== weather ==
~ temp now = "steady"
{
- dial("tension") >= 0.6:
  ~ now = "wild"
- dial("tension") < 0.3:
  ~ now = "calm"
}
{ now == sky:
  ->->
}
~ sky = now
{
- sky == "wild": ${t("weather.wild")}
- sky == "calm": ${t("weather.calm")}
- else: ${t("weather.steady")}
}
->->

== dusk ==
${t("night.begins")}
~ believe("the last bus has gone", 0.8, "lin-ready", -0.4, "")
-> weather -> lin_arrives
`;
}

function linArrives(t: Words): string {
  return `== lin_arrives ==
${t("lin-arrives.opening")} # guest: lin # brew
* [${t("lin-arrives.tomorrow")}]
  ${t("lin-arrives.tomorrow.told")}
  ~ kindly("asked about tomorrow", "lin-heard", 0.6)
  ~ kindly("may say it", "lin-ready", 0.2)
  ~ deed("keeper", 0.12)
* [${t("lin-arrives.lovely")}]
  { likes("lin", "keeper") >= 0.18:
    ${t("lin-arrives.lovely.trusted")}
    ~ kindly("believes in me", "lin-ready", 0.4)
  - else:
    ${t("lin-arrives.lovely.doubted")}
    ~ kindly("does not know me", "lin-ready", -0.2)
  }
* [${t("lin-arrives.bus")}]
  ${t("lin-arrives.bus.told")}
  ~ believe("the last bus has gone", 0.35, "lin-ready", -0.4, "keeper")
- -> weather -> bruno_grumbles
`;
}

function brunoGrumbles(t: Words): string {
  return `== bruno_grumbles ==
{ mood("bruno", "pleasure") < -0.16:
  ${t("bruno-grumbles.opening.low")} # guest: bruno # brew
- else:
  ${t("bruno-grumbles.opening.high")} # guest: bruno # brew
}
* [${t("bruno-grumbles.mend")}]
  ${t("bruno-grumbles.mend.told")}
  ~ kindly("asked what I made", "bruno-heard", 0.7)
  ~ kindly("my work is remembered", "bruno-needed", 0.2)
  ~ deed("keeper", 0.12)
* [${t("bruno-grumbles.hands")}]
  { likes("bruno", "keeper") >= 0.12:
    ${t("bruno-grumbles.hands.warmed")}
    ~ kindly("sees my hands", "bruno-needed", 0.3)
  - else:
    ${t("bruno-grumbles.hands.hidden")}
    ~ kindly("does not look", "bruno-needed", -0.2)
  }
* [${t("bruno-grumbles.clock")}]
  ${t("bruno-grumbles.clock.mended")}
  ~ kindly("mended the clock", "bruno-needed", 0.5)
  ~ kindly("grandpa mended it", "pim-grandpa", 0.3)
- -> weather -> pim_snail
`;
}

function pimSnail(t: Words): string {
  return `== pim_snail ==
{ mood("pim", "pleasure") < 0.46:
  ${t("pim-snail.opening.low")} # guest: pim # brew
- else:
  ${t("pim-snail.opening.high")} # guest: pim # brew
}
* [${t("pim-snail.ask")}]
  ${t("pim-snail.ask.told")}
  ~ kindly("asked about Moss", "pim-heard", 0.6)
  ~ kindly("Moss is happy", "pim-moss", 0.4)
* [${t("pim-snail.grandpa")}]
  { goal("bruno", "bruno-needed") >= 0.35 || likes("bruno", "keeper") >= 0.25:
    ${t("pim-snail.grandpa.told")}
    ~ kindly("grandpa joked", "pim-grandpa", 0.5)
    ~ kindly("I can still joke", "bruno-needed", 0.3)
  - else:
    ${t("pim-snail.grandpa.shy")}
    ~ kindly("grandpa came along", "pim-grandpa", 0.2)
  }
* [${t("pim-snail.only")}]
  ${t("pim-snail.only.told")}
  ~ kindly("only a snail", "pim-moss", -0.3)
- -> weather -> leaf_found
`;
}

function leafFound(t: Words): string {
  return `== leaf_found ==
{ mood("lin", "pleasure") < 0.14:
  ${t("leaf.opening.low")} # guest: lin # brew
- else:
  ${t("leaf.opening.high")} # guest: lin # brew
}
* [${t("leaf.ask")}]
  { likes("bruno", "keeper") >= 0.3 || goal("bruno", "bruno-needed") >= 0.5:
    ${t("leaf.ask.told")}
    -> leaf_told ->
  - else:
    ${t("leaf.ask.denied")}
    ~ leaf = "kept"
    ~ kindly("asked too much", "bruno-heard", -0.3)
  }
* [${t("leaf.violin")}]
  ~ kindly("asked for my violin", "lin-heard", 0.4)
  { goal("bruno", "bruno-needed") >= 0.4:
    ${t("leaf.violin.told")}
    -> leaf_told ->
  - else:
    ${t("leaf.violin.kept")}
    ~ leaf = "kept"
    ~ kindly("it is in good hands", "bruno-needed", 0.3)
  }
* [${t("leaf.quiet")}]
  ${t("leaf.quiet.kept")}
  ~ leaf = "kept"
  ~ kindly("kept my secret", "bruno-heard", 0.4)
- -> weather -> peg_slips

== leaf_told ==
~ leaf = "told"
~ kindly("it is known that I made it", "bruno-needed", 0.6)
~ kindly("its maker is here", "lin-ready", 0.4)
~ kindly("grandpa made it", "pim-grandpa", 0.3)
->->
`;
}

function pegSlips(t: Words): string {
  return `== peg_slips ==
~ string = "slipped"
~ believe("the string slips", 1, "lin-ready", -0.5, "")
{ leaf == "told":
  ${t("peg.opening.told")} # guest: bruno # brew
- else:
  ${t("peg.opening.kept")} # guest: bruno # brew
}
* [${t("peg.ask")}]
  { leaf == "told" && goal("bruno", "bruno-needed") >= 0.5:
    ${t("peg.ask.mended")}
    ~ string = "mended"
    ~ believe("the string slips", 0.1, "lin-ready", -0.5, "bruno")
    ~ kindly("mended the string", "bruno-needed", 0.6)
    ~ kindly("grandpa mended the string", "pim-grandpa", 0.4)
  - else:
    ${t("peg.ask.refused")}
    ~ kindly("asked too much of my hands", "bruno-needed", -0.3)
  }
* [${t("peg.together")}]
  { likes("lin", "keeper") >= 0.25 && goal("bruno", "bruno-needed") >= 0.4:
    ${t("peg.together.mended")}
    ~ string = "mended"
    ~ believe("the string slips", 0.1, "lin-ready", -0.5, "keeper")
    ~ kindly("six hands", "bruno-needed", 0.4)
    ~ kindly("grandpa said when", "pim-grandpa", 0.3)
  - else:
    ${t("peg.together.half")}
    ~ string = "half"
    ~ believe("the string slips", 0.5, "lin-ready", -0.5, "keeper")
    ~ kindly("a beginning", "bruno-needed", 0.2)
  }
* [${t("peg.wait")}]
  ${t("peg.wait.told")}
  ~ kindly("let it wait", "lin-heard", 0.3)
  ~ kindly("a joke", "bruno-heard", 0.2)
- -> weather -> bus_comes
`;
}

function busComes(t: Words): string {
  return `== bus_comes ==
{ mood("pim", "pleasure") < 0.46:
  ${t("bus.opening.low")} # guest: pim # brew
- else:
  ${t("bus.opening.high")} # guest: pim # brew
}
* [${t("bus.play")}]
  { string != "slipped" && goal("lin", "lin-ready") >= 0.5:
    ${t("bus.play.played")}
    ~ played = true
    ~ goal_is("lin-ready", 1, "lin")
    ~ kindly("she played it", "bruno-needed", 0.3)
  - else:
    ${t("bus.play.not-yet")}
    ~ kindly("asked me to play", "lin-heard", 0.2)
  }
* [${t("bus.moss")}]
  ~ moss = true
  { goal("pim", "pim-grandpa") >= 0.5:
    ${t("bus.moss.laughed")}
    ~ goal_is("pim-grandpa", 1, "keeper")
  - else:
    ${t("bus.moss.went")}
  }
  ~ goal_is("pim-moss", 1, "keeper")
* [${t("bus.cup")}]
  ${t("bus.cup.shared")}
  ~ kindly("a cup with Lin", "lin-heard", 0.4)
  ~ kindly("a cup with Bruno", "bruno-heard", 0.4)
  ~ kindly("a cup with Pim", "pim-heard", 0.4)
- -> farewell
`;
}

function ending(t: Words): string {
  return `== farewell ==
{
- played || goal("lin", "lin-ready") >= 0.65: ${t("end.lin.plays")}
- goal("lin", "lin-heard") >= 0.5: ${t("end.lin.rests")}
- else: ${t("end.lin.leaves")}
}
{
- leaf == "told" && goal("bruno", "bruno-needed") >= 0.6: ${t("end.bruno.needed")}
- goal("bruno", "bruno-needed") >= 0.45 || goal("bruno", "bruno-heard") >= 0.6: ${t("end.bruno.eased")}
- else: ${t("end.bruno.goes")}
}
{
- moss: ${t("end.pim.glad")}
- goal("pim", "pim-grandpa") >= 0.45 || goal("pim", "pim-moss") >= 0.55: ${t("end.pim.fine")}
- else: ${t("end.pim.sleepy")}
}
{
- played: ${t("end.night.violin")}
- moss: ${t("end.night.snail")}
- goal("lin", "lin-heard") + goal("bruno", "bruno-heard") + goal("pim", "pim-heard") >= 1.8: ${t("end.night.listening")}
- else: ${t("end.night.rain")}
}
${t("end.after")}
-> END
`;
}
