import { appraise } from "../appraise.ts";
import type { Cast } from "../appraise.ts";
import type { Happening } from "../happening.ts";
import { GamygdalaAgent } from "./gamygdala-agent.ts";
import type { GamygdalaRoster } from "./gamygdala-agent.ts";
import { GamygdalaBelief, GamygdalaGoal } from "./gamygdala-parts.ts";
import type { GamygdalaEmotion } from "./gamygdala-parts.ts";

/** What the engine needs from the outside world; GAMYGDALA takes both from the page. */
export interface GamygdalaOptions {
  /** The clock, in milliseconds. */
  readonly nowMs: () => number;
  /** Runs something again and again, as `setInterval` does; needed for `startDecay` only. */
  readonly repeat?: (run: () => void, everyMs: number) => void;
  /** Where `printAllEmotions` and warnings go; nowhere unless told. */
  readonly print?: (line: string) => void;
}

/**
 * GAMYGDALA's interface over this engine: a game written for it runs with its calls unchanged.
 *
 * What is the same: names, arguments, goals shared between agents, the rule for a goal's likelihood, intensities, gain,
 * decay per second, the table of PAD points. What is different, since the published program has it wrong for beliefs
 * that are refuted:
 *
 * 1. It asks whether the likelihood rose by more than 0.5 where a goal's likelihood has just become 0, which it never
 *    does; so its agents are never disappointed and never relieved. Here they are, where the goal had been likely.
 * 2. Incremental evidence runs down to -1 on a scale that ends at 0, past the point where a goal counts as refuted, and
 *    between -1 and 0 nothing is felt. Here it stops at 0.
 * 3. A refuted achievement goal is frozen at -1 but not at 0, so it can come back. Here 0 is final, as 1 is.
 *
 * A belief's likelihood is on [-1, 1] as in its program (-1 is refuted, 0 says nothing); its paper has [0, 1]. Unlike
 * it, this takes the clock as an argument, and a wrong call throws instead of printing a line.
 *
 * Source: Popescu, Broekens and van Someren 2014, "GAMYGDALA: an emotion engine for games", IEEE Transactions on
 * Affective Computing 5(1), doi:10.1109/T-AFFC.2013.24, and the program that its authors publish.
 *
 * @example
 * ```ts
 * import { Gamygdala } from "@openempathic/experiences/play";
 *
 * const engine = new Gamygdala({ nowMs: () => 0 });
 * const farmer = engine.createAgent("farmer");
 * engine.createGoalForAgent("farmer", "village destroyed", -1);
 * engine.appraiseBelief(0.6, "orcs", ["village destroyed"], [1]);
 * engine.appraiseBelief(-1, "", ["village destroyed"], [1]);
 * farmer.getEmotionalState().map(({ name }) => name); // => ["fear", "anger", "joy", "relief"]
 * ```
 */
export class Gamygdala implements GamygdalaRoster {
  readonly agents: GamygdalaAgent[] = [];
  readonly goals: GamygdalaGoal[] = [];
  decayFactor = 0.8;
  decayFunction: (value: number, seconds: number) => number = this.exponentialDecay.bind(this);
  readonly #options: GamygdalaOptions;
  #decayedAtMs: number;

  constructor(options: GamygdalaOptions) {
    this.#options = options;
    this.#decayedAtMs = options.nowMs();
  }

  /** A new agent, registered. */
  createAgent(agentName: string): GamygdalaAgent {
    const agent = new GamygdalaAgent(agentName);
    this.registerAgent(agent);
    return agent;
  }

  /** A goal for an agent; one whose name is known already is shared with it. */
  createGoalForAgent(
    agentName: string,
    goalName: string,
    // GAMYGDALA's call has four arguments; the last two travel together here.
    ...[utility, isMaintenanceGoal = false]: [utility: number, isMaintenanceGoal?: boolean]
  ): GamygdalaGoal {
    const agent = this.#agentNamed(agentName, "createGoalForAgent");
    let goal = this.getGoalByName(goalName);
    if (goal === null) {
      goal = new GamygdalaGoal(goalName, utility, isMaintenanceGoal);
      this.registerGoal(goal);
    }
    agent.addGoal(goal);
    return goal;
  }

  /** How much the one agent likes the other, on [-1, 1]. */
  createRelation(sourceName: string, targetName: string, relation: number): void {
    this.#agentNamed(targetName, "createRelation");
    this.#agentNamed(sourceName, "createRelation").updateRelation(targetName, relation);
  }

  /** Makes a belief and appraises it for everybody. */
  appraiseBelief(
    likelihood: number,
    causalAgentName: string | null,
    // GAMYGDALA's call has five arguments; the last three travel together here.
    ...[affectedGoalNames, goalCongruences, isIncremental = false]: [
      affectedGoalNames: readonly string[],
      goalCongruences: readonly number[],
      isIncremental?: boolean,
    ]
  ): void {
    this.appraise(
      new GamygdalaBelief({ likelihood, causalAgentName, affectedGoalNames, goalCongruences, isIncremental }),
    );
  }

  /** Appraises a belief for everybody, or for one agent and those who have a relation to it. */
  appraise(belief: GamygdalaBelief, affectedAgent?: GamygdalaAgent): void {
    for (const [index, name] of belief.affectedGoalNames.entries()) {
      const goal = affectedAgent?.getGoalByName(name) ?? this.getGoalByName(name);
      const likelihood = goal?.likelihoodAfter(belief, belief.goalCongruences[index] ?? 0);
      if (goal === null || likelihood === undefined) continue;
      this.#feel(goal, likelihood, {
        belief,
        owners: affectedAgent === undefined ? this.agents : [affectedAgent],
      });
      goal.likelihood = likelihood;
    }
  }

  /** Fades all emotions by the time since this was last called. */
  decayAll(): void {
    const nowMs = this.#options.nowMs();
    const seconds = (nowMs - this.#decayedAtMs) / 1000;
    this.#decayedAtMs = nowMs;
    for (const agent of this.agents) agent.fade((value) => this.decayFunction(value, seconds));
  }

  /** Calls `decayAll` every so many milliseconds, by the `repeat` that was given. */
  startDecay(everyMs: number): void {
    const { repeat } = this.#options;
    if (repeat === undefined) {
      throw new TypeError("startDecay needs options.repeat, such as setInterval; it got none");
    }
    repeat(() => this.decayAll(), everyMs);
  }

  setDecay(decayFactor: number, decayFunction: (value: number, seconds: number) => number): void {
    this.decayFactor = decayFactor;
    this.decayFunction = decayFunction;
  }

  /** Loses `decayFactor` per second. */
  linearDecay(value: number, seconds: number): number {
    return value - this.decayFactor * seconds;
  }

  /** Keeps `decayFactor` of it per second. */
  exponentialDecay(value: number, seconds: number): number {
    return value * this.decayFactor ** seconds;
  }

  setGain(gain: number): void {
    for (const agent of this.agents) agent.setGain(gain);
  }

  registerAgent(agent: GamygdalaAgent): void {
    if (this.getAgentByName(agent.name) !== null) {
      throw new RangeError(`registerAgent needs a name that is free; it got ${JSON.stringify(agent.name)}`);
    }
    this.agents.push(agent);
    agent.join(this);
  }

  registerGoal(goal: GamygdalaGoal): void {
    if (this.getGoalByName(goal.name) !== null) {
      throw new RangeError(`registerGoal needs a name that is free; it got ${JSON.stringify(goal.name)}`);
    }
    this.goals.push(goal);
  }

  getAgentByName(agentName: string): GamygdalaAgent | null {
    return this.agents.find(({ name }) => name === agentName) ?? null;
  }

  getGoalByName(goalName: string): GamygdalaGoal | null {
    return this.goals.find(({ name }) => name === goalName) ?? null;
  }

  printAllEmotions(gain: boolean): void {
    for (const agent of this.agents) {
      const shown = agent.getEmotionalState(gain).map(({ name, intensity }) => `${name}:${intensity}`);
      if (shown.length > 0) this.#options.print?.(`${agent.name} feels ${shown.join(", ")}`);
    }
  }

  #feel(goal: GamygdalaGoal, likelihood: number, { belief, owners }: Appraisal): void {
    const cast: Cast = Object.fromEntries(
      this.agents.map((agent) => [agent.name, agent.asCharacter(owners.includes(agent) ? goal : undefined)]),
    );
    const { causalAgentName } = belief;
    const happening: Happening = {
      consequences: [{ kind: "goal", goal: goal.name, likelihood }],
      ...(causalAgentName === null || causalAgentName === "" ? {} : { by: causalAgentName }),
    };
    const felt = appraise(cast, happening);
    for (const agent of this.agents) {
      for (const { kind, amount, toward } of felt[agent.name]?.emotions ?? []) {
        const emotion: GamygdalaEmotion = {
          name: kind === "fears-confirmed" ? "fear-confirmed" : kind,
          intensity: amount,
        };
        // GAMYGDALA leaves out what one feels about one's own deed to oneself.
        if (toward === agent.name) continue;
        agent.feel(emotion, toward);
      }
    }
  }

  #agentNamed(name: string, method: string): GamygdalaAgent {
    const agent = this.getAgentByName(name);
    if (agent !== null) return agent;
    throw new RangeError(`${method} needs a registered agent; it got ${JSON.stringify(name)}`);
  }
}

interface Appraisal {
  readonly belief: GamygdalaBelief;
  readonly owners: readonly GamygdalaAgent[];
}
