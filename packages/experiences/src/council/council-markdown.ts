import { feelingName } from "@openempathic/respond";
import type { CouncilOption, Impact, Stakeholder } from "./council-item.ts";
import type { CouncilState } from "./council-state.ts";
import { councilWords } from "./choose-council-words.ts";
import type { CouncilWords } from "./council-words.ts";
import { BIASES, LENSES, STANCES } from "./council-lists.ts";
import { councilDifferences } from "./council-differences.ts";
import { earlierOf } from "./council-history.ts";
import { bullets, plain, quoted, section } from "./markdown.ts";
import { currentItem, currentOf, itemsOf, optionsOf } from "./read-council.ts";
import { fingerprintOf } from "./write-council-record.ts";

/**
 * A council's record for people: everything that counts, with what it rests on, then what was crossed out or said
 * earlier, and the fingerprint. For programs there is `writeCouncilRecord`.
 */
export function councilMarkdown(state: CouncilState): string {
  const words = councilWords(state.language);
  const { record } = words;
  const frame = currentItem(state, "frame");
  const parts = [
    `# ${record.title}`,
    frame === undefined ? record.nothingNoted : `**${plain(frame.question)}**`,
    frame === undefined || frame.context.trim() === "" ? "" : quoted(frame.context),
    bullets([
      frame === undefined || frame.decider.trim() === "" ? "" : `${record.decider}: ${plain(frame.decider)}`,
      frame?.deadline === undefined ? "" : `${record.deadline}: ${frame.deadline}`,
    ]),
    `*${record.noVerdict}*`,
    section(
      record.options,
      optionsOf(state)
        .map((option) => optionPart(state, option, words))
        .join("\n\n"),
    ),
    section(
      record.stakeholders,
      bullets(itemsOf(state, "stakeholder").map((one) => stakeholderLine(one, words))),
    ),
    section(record.feelings, bullets(itemsOf(state, "impact").map((one) => impactLine(state, one, words)))),
    section(record.values, valuesPart(state, words)),
    section(record.consequences, consequencesPart(state, words)),
    section(record.lenses, lensesPart(state, words)),
    section(
      record.objections,
      bullets(
        itemsOf(state, "objection").map((one) => `${titleOf(state, one.optionId)}: ${plain(one.text)}`),
      ),
    ),
    section(record.biases, biasesPart(state, words)),
    section(
      record.flips,
      bullets(itemsOf(state, "flip").map((one) => `${nameOf(state, one.stakeholderId)}: ${plain(one.text)}`)),
    ),
    section(record.questions, questionsPart(state, words)),
    section(record.others, othersPart(state, words)),
    section(
      record.reason,
      currentItem(state, "reason") === undefined ? "" : quoted(currentItem(state, "reason")?.text ?? ""),
    ),
    section(record.decision, decisionPart(state, words)),
    section(record.outcome, outcomesPart(state, words)),
    section(record.earlier, bullets(earlierOf(state).map((line) => earlierLine(line, words)))),
    section(
      record.fingerprint,
      `\`${fingerprintOf(state.head)}\` (${String(state.length)})\n\n${record.fingerprintLead}`,
    ),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function optionPart(state: CouncilState, option: CouncilOption, { record }: CouncilWords): string {
  const list = (name: string, points: readonly string[]): string =>
    points.length === 0 ? "" : `${name}:\n\n${bullets(points.map(plain))}`;
  return [
    `### ${plain(option.title)}${machine(state, `option.${option.optionId}`)}`,
    option.detail.trim() === "" ? "" : quoted(option.detail),
    list(record.upsides, option.upsides),
    list(record.downsides, option.downsides),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function stakeholderLine(one: Stakeholder, { record }: CouncilWords): string {
  const traits = [record[one.relation], record[one.presence], one.vulnerable ? record.vulnerable : ""];
  return `**${plain(one.name)}**: ${traits.filter((trait) => trait !== "").join(", ")}`;
}

function impactLine(state: CouncilState, impact: Impact, words: CouncilWords): string {
  const { feelings, valence, basis, sureness, evidence, note } = impact;
  const felt = [
    ...feelings.map((id) => feelingName(id, state.language)),
    valence === undefined ? "" : (words.valence[Math.round((valence + 1) * 2)] ?? ""),
    note === undefined ? "" : plain(note),
  ].filter((each) => each !== "");
  const rests = evidence === undefined ? "" : `; ${words.record.evidence}: “${plain(evidence)}”`;
  return (
    `${nameOf(state, impact.stakeholderId)}, ${titleOf(state, impact.optionId)}: ${felt.join(", ")} ` +
    `(${words.bases[basis]}, ${words.sureness[sureness]}${rests})`
  );
}

function valuesPart(state: CouncilState, words: CouncilWords): string {
  const titles = (ids: readonly string[]): string => ids.map((id) => titleOf(state, id)).join(", ");
  return bullets(
    itemsOf(state, "value").map(({ value, upheldBy, hurtBy, note }) =>
      [
        `**${words.values[value].name}**`,
        upheldBy.length === 0 ? "" : `${words.record.upheldBy}: ${titles(upheldBy)}`,
        hurtBy.length === 0 ? "" : `${words.record.hurtBy}: ${titles(hurtBy)}`,
        note === undefined ? "" : plain(note),
      ]
        .filter((each) => each !== "")
        .join("; "),
    ),
  );
}

function consequencesPart(state: CouncilState, words: CouncilWords): string {
  return bullets(
    itemsOf(state, "consequence").map(
      ({ optionId, text, likelihood, severity, reversibility, horizon }) =>
        `${titleOf(state, optionId)}: ${plain(text)} (${words.likelihood[likelihood]}; ${words.severity[severity]}; ` +
        `${words.reversibility[reversibility]}; ${words.horizon[horizon]})`,
    ),
  );
}

function lensesPart(state: CouncilState, words: CouncilWords): string {
  const answers = itemsOf(state, "lens");
  return LENSES.flatMap((lens) => {
    const answer = answers.find((each) => each.lens === lens);
    const { name, text } = words.lenses[lens];
    return answer === undefined ? [] : [`### ${name}\n\n*${text}*\n\n${quoted(answer.text)}`];
  }).join("\n\n");
}

function biasesPart(state: CouncilState, words: CouncilWords): string {
  const checks = itemsOf(state, "bias");
  return bullets(
    BIASES.flatMap((bias) => {
      const check = checks.find((each) => each.bias === bias);
      if (check === undefined) return [];
      const note = check.note === undefined ? "" : `; ${plain(check.note)}`;
      return [`${words.biases[bias].name}: ${words.applies[check.applies]}${note}`];
    }),
  );
}

function questionsPart(state: CouncilState, { record }: CouncilWords): string {
  return bullets(
    itemsOf(state, "question").map(({ text, answer }) =>
      answer === undefined ? plain(text) : `${plain(text)} ${record.answer}: ${plain(answer)}`,
    ),
  );
}

function othersPart(state: CouncilState, words: CouncilWords): string {
  const answers = (state.round?.revealed ?? []).flatMap(({ opened }) => opened?.answer ?? []);
  if (answers.length === 0) return "";
  const { options } = councilDifferences(
    optionsOf(state).map(({ optionId }) => optionId),
    answers,
  );
  const counts = options.map(({ optionId, counts: of }) => {
    const some = STANCES.filter((stance) => of[stance] > 0).map(
      (stance) => `${words.stances[stance]}: ${String(of[stance])}`,
    );
    return `${titleOf(state, optionId)}: ${some.join("; ")}`;
  });
  const reasons = answers.map(({ reason }) => plain(reason)).filter((reason) => reason !== "");
  return [words.record.othersLead, bullets(counts), bullets(reasons)]
    .filter((part) => part !== "")
    .join("\n\n");
}

function decisionPart(state: CouncilState, words: CouncilWords): string {
  const { record } = words;
  const choice = currentItem(state, "decision")?.choice;
  const revisit = currentItem(state, "revisit");
  const lines = [
    choice === undefined ? record.open : "",
    choice?.kind === "chosen" ? `${record.chosen}: **${titleOf(state, choice.optionId)}**` : "",
    choice?.kind === "deferred"
      ? `${record.deferred}${choice.untilDay === undefined ? "" : ` ${record.until} ${choice.untilDay}`}: ${plain(choice.why)}`
      : "",
    revisit === undefined ? "" : `${record.revisit}: ${revisit.onDay}`,
  ];
  return bullets(lines);
}

function outcomesPart(state: CouncilState, words: CouncilWords): string {
  return bullets(
    itemsOf(state, "outcome").map(({ text, asExpected, learned }) => {
      const more = learned === undefined ? "" : ` ${words.record.learned}: ${plain(learned)}`;
      return `${plain(text)} (${words.asExpected[asExpected]})${more}`;
    }),
  );
}

function earlierLine(
  { atMs, words: said, why }: ReturnType<typeof earlierOf>[number],
  { record }: CouncilWords,
): string {
  const reason =
    why === "crossed-out" ? ` (${record.crossedOut})` : why === "set-aside" ? ` (${record.setAside})` : "";
  return `${new Date(atMs).toISOString().slice(0, 10)}: ${plain(said)}${reason}`;
}

function titleOf(state: CouncilState, optionId: string): string {
  const option = optionsOf(state).find((each) => each.optionId === optionId);
  return plain(option?.title ?? optionId);
}

function nameOf(state: CouncilState, stakeholderId: string): string {
  const item = currentOf(state, `stakeholder.${stakeholderId}`)?.item;
  return plain(item?.part === "stakeholder" ? item.name : stakeholderId);
}

function machine(state: CouncilState, key: string): string {
  const { record } = councilWords(state.language);
  return currentOf(state, key)?.from === undefined ? "" : ` (${record.machineGuess})`;
}
