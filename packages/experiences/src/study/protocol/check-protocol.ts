import { checkInstrument } from "./check-instrument.ts";
import type { DayStretch, Sampling, StudyProtocol, StudyTask } from "./protocol.ts";
import { at, twice } from "./protocol-fault.ts";
import type { ProtocolFault } from "./protocol-fault.ts";
import { promptMinutes } from "../run/prompt-minutes.ts";

/** Tasks that can be asked in the middle of a day. */
const SHORT_TASKS: readonly StudyTask["kind"][] = [
  "questionnaire",
  "affective-slider",
  "affect-grid",
  "free-label",
  "own-text",
];

/** What keeps a protocol from being frozen, each with its place; empty where it holds together. */
export function checkProtocol(protocol: StudyProtocol): readonly ProtocolFault[] {
  const { title, version, contact, consents, arms, allocation, tasks, sampling } = protocol;
  const consent = consents.at(-1);
  return [
    ...needed(title, "title", "the study has no title"),
    ...needed(version, "version", "the study has no version"),
    ...needed(contact, "contact", "participants need somebody whom they can reach"),
    ...(consent === undefined || consent.text.trim() === "" || consent.version.trim() === ""
      ? [{ path: "consents", reason: "there is no text to consent to, with its version" }]
      : []),
    ...twice(
      consents.map((each) => each.version),
      "consents",
      "two consents have the same version",
    ),
    ...twice(
      arms.map(({ id }) => id),
      "arms",
      "two arms have the same id",
    ),
    ...arms.flatMap(({ name }, index) => needed(name, at("arms", index, "name"), "the arm has no name")),
    ...(allocation.block % arms.length === 0
      ? []
      : [
          {
            path: "allocation.block",
            reason: `a block of ${String(allocation.block)} cannot be shared evenly among ${String(arms.length)} arms`,
          },
        ]),
    ...(tasks.length === 0 ? [{ path: "tasks", reason: "there is nothing to do yet" }] : []),
    ...checkTasks(tasks, "tasks", protocol),
    ...(sampling === undefined ? [] : checkSampling(sampling, protocol)),
  ];
}

function needed(words: string, path: string, reason: string): readonly ProtocolFault[] {
  return words.trim() === "" ? [{ path, reason }] : [];
}

function checkTasks(
  tasks: readonly StudyTask[],
  path: string,
  { arms }: StudyProtocol,
): readonly ProtocolFault[] {
  const armIds = new Set(arms.map(({ id }) => id));
  return [
    ...twice(
      tasks.map(({ id }) => id),
      path,
      "two tasks have the same id",
    ),
    ...tasks.flatMap((task, index): readonly ProtocolFault[] => {
      const here = at(path, index);
      const unknown = task.arms?.find((arm) => !armIds.has(arm));
      return [
        ...needed(task.title, at(here, "title"), "the task has no title"),
        ...(unknown === undefined
          ? []
          : [{ path: at(here, "arms"), reason: `there is no arm “${unknown}”` }]),
        ...checkRetest(task, tasks.slice(0, index), here),
        ...checkContent(task, here),
      ];
    }),
  ];
}

function checkRetest(task: StudyTask, earlier: readonly StudyTask[], path: string): readonly ProtocolFault[] {
  if (task.retestOf === undefined) return [];
  const first = earlier.find(({ id }) => id === task.retestOf);
  const place = at(path, "retestOf");
  if (first === undefined) return [{ path: place, reason: `there is no earlier task “${task.retestOf}”` }];
  if (task.kind === "page") return [{ path: place, reason: "words to read cannot be measured again" }];
  const isSame =
    first.kind === task.kind &&
    (first.kind !== "questionnaire" ||
      task.kind !== "questionnaire" ||
      first.instrument.id === task.instrument.id);
  return isSame ? [] : [{ path: place, reason: "a second occasion has to be the same measure as the first" }];
}

function checkContent(task: StudyTask, path: string): readonly ProtocolFault[] {
  switch (task.kind) {
    case "page":
      return needed(task.text, at(path, "text"), "there are no words to read");
    case "questionnaire":
      return checkInstrument(task.instrument, at(path, "instrument"));
    case "rate-texts":
      return [
        ...needed(task.prompt, at(path, "prompt"), "there is no question"),
        ...twice(
          task.texts.map(({ id }) => id),
          at(path, "texts"),
          "two texts have the same id",
        ),
        ...task.texts.flatMap(({ text }, index) =>
          needed(text, at(path, "texts", index, "text"), "the text has no words"),
        ),
      ];
    case "affective-slider":
    case "affect-grid":
    case "free-label":
    case "own-text":
      return needed(task.prompt, at(path, "prompt"), "there is no question");
  }
}

function checkSampling(sampling: Sampling, protocol: StudyProtocol): readonly ProtocolFault[] {
  const { perDay, answerWithinMinutes, tasks } = sampling;
  const minutes = promptMinutes(sampling).length;
  const mainIds = new Set(protocol.tasks.map(({ id }) => id));
  return [
    ...(sameStretch(sampling.awake) ? [{ path: "sampling.awake", reason: "the day has no length" }] : []),
    ...(minutes < perDay * answerWithinMinutes
      ? [
          {
            path: "sampling",
            reason: `${String(perDay)} prompts of ${String(answerWithinMinutes)} minutes do not fit into the ${String(minutes)} minutes that are left of a day`,
          },
        ]
      : []),
    ...checkTasks(tasks, "sampling.tasks", protocol),
    ...tasks.flatMap(({ id, kind }, index): ProtocolFault[] => {
      const path = at("sampling.tasks", index);
      if (!SHORT_TASKS.includes(kind))
        return [{ path: at(path, "kind"), reason: "this kind of task is not for the middle of a day" }];
      return mainIds.has(id) ? [{ path: at(path, "id"), reason: "a task outside has the same id" }] : [];
    }),
  ];
}

function sameStretch({ from, to }: DayStretch): boolean {
  return from === to;
}
