import { makeCharacter } from "../character.ts";
import type { Character } from "../character.ts";
import table from "./gamygdala-pad.json" with { type: "json" };
import type { GamygdalaBelief, GamygdalaEmotion, GamygdalaGoal } from "./gamygdala-parts.ts";

/** The engine as an agent sees it. */
export interface GamygdalaRoster {
  appraise(belief: GamygdalaBelief, affectedAgent?: GamygdalaAgent): void;
}

/** How one agent likes another, and what it feels towards it. */
export interface GamygdalaRelation {
  readonly agentName: string;
  like: number;
  emotionList: GamygdalaEmotion[];
}

const PAD: Readonly<Record<string, readonly number[]>> = table.pad;

/** Somebody who feels. Made by `Gamygdala.createAgent`, or with `new` and then registered. */
export class GamygdalaAgent {
  readonly name: string;
  readonly goals: GamygdalaGoal[] = [];
  readonly currentRelations: GamygdalaRelation[] = [];
  internalState: GamygdalaEmotion[] = [];
  gain = 1;
  #engine: GamygdalaRoster | undefined;

  constructor(name: string) {
    this.name = name;
  }

  addGoal(goal: GamygdalaGoal): void {
    if (!this.hasGoal(goal.name)) this.goals.push(goal);
  }

  removeGoal(goalName: string): boolean {
    const index = this.goals.findIndex(({ name }) => name === goalName);
    if (index >= 0) this.goals.splice(index, 1);
    return index >= 0;
  }

  hasGoal(goalName: string): boolean {
    return this.getGoalByName(goalName) !== null;
  }

  getGoalByName(goalName: string): GamygdalaGoal | null {
    return this.goals.find(({ name }) => name === goalName) ?? null;
  }

  /** How strongly appraisals show, above 0 and up to 20. */
  setGain(gain: number): void {
    if (!(gain > 0 && gain <= 20)) {
      throw new RangeError(`setGain needs a gain above 0 and up to 20; it got ${String(gain)}`);
    }
    this.gain = gain;
  }

  /** Appraises a belief from this agent's side only. */
  appraise(belief: GamygdalaBelief): void {
    if (this.#engine === undefined) {
      throw new TypeError(`appraise needs ${this.name} to be registered with a Gamygdala; it is not`);
    }
    this.#engine.appraise(belief, this);
  }

  /** Emotions as they are, summed; with gain g each intensity i shows as g i / (g i + 1), in [0, 1). */
  getEmotionalState(useGain = false): readonly GamygdalaEmotion[] {
    if (!useGain) return this.internalState;
    return this.internalState.map(({ name, intensity }) => ({ name, intensity: this.#gained(intensity) }));
  }

  /** [pleasure, arousal, dominance]: the sum over all emotions, with gain each axis limited to (-1, 1). */
  getPADState(useGain = false): [number, number, number] {
    const axis = (index: number): number => {
      const sum = this.internalState.reduce(
        (total, { name, intensity }) => total + intensity * (PAD[name]?.[index] ?? 0),
        0,
      );
      return useGain ? Math.sign(sum) * this.#gained(Math.abs(sum)) : sum;
    };
    return [axis(0), axis(1), axis(2)];
  }

  /** Sets how much this agent likes another, on [-1, 1]. */
  updateRelation(agentName: string, like: number): void {
    if (!(like >= -1 && like <= 1)) {
      throw new RangeError(`updateRelation needs a liking on [-1, 1]; it got ${String(like)}`);
    }
    const known = this.getRelation(agentName);
    if (known === null) this.currentRelations.push({ agentName, like, emotionList: [] });
    else known.like = like;
  }

  hasRelationWith(agentName: string): boolean {
    return this.getRelation(agentName) !== null;
  }

  getRelation(agentName: string): GamygdalaRelation | null {
    return this.currentRelations.find((relation) => relation.agentName === agentName) ?? null;
  }

  /** @internal The engine that `appraise` asks. */
  join(engine: GamygdalaRoster): void {
    this.#engine = engine;
  }

  /** @internal Adds one emotion to the state, and to the relation to whom it is towards. */
  feel(emotion: GamygdalaEmotion, toward?: string): void {
    this.internalState = added(this.internalState, emotion);
    if (toward === undefined) return;
    if (!this.hasRelationWith(toward)) this.updateRelation(toward, 0);
    const relation = this.getRelation(toward);
    if (relation !== null) relation.emotionList = added(relation.emotionList, emotion);
  }

  /** @internal Fades every emotion; what falls below 0 is gone. */
  fade(left: (value: number) => number): void {
    const faded = (emotions: readonly GamygdalaEmotion[]): GamygdalaEmotion[] =>
      emotions
        .map(({ name, intensity }) => ({ name, intensity: left(intensity) }))
        .filter(({ intensity }) => intensity >= 0);
    this.internalState = faded(this.internalState);
    for (const relation of this.currentRelations) relation.emotionList = faded(relation.emotionList);
  }

  /** @internal The agent as our engine takes it, with the one goal that is appraised. */
  asCharacter(goal: GamygdalaGoal | undefined): Character {
    const owned = goal !== undefined && this.hasGoal(goal.name);
    return makeCharacter({
      id: this.name,
      relations: Object.fromEntries(this.currentRelations.map(({ agentName, like }) => [agentName, like])),
      // Whether it may still change is decided by the caller.
      goals: owned
        ? { [goal.name]: { utility: goal.utility, likelihood: goal.likelihood, recurring: true } }
        : {},
    });
  }

  #gained(intensity: number): number {
    return (this.gain * intensity) / (this.gain * intensity + 1);
  }
}

function added(emotions: readonly GamygdalaEmotion[], more: GamygdalaEmotion): GamygdalaEmotion[] {
  const held = emotions.find(({ name }) => name === more.name);
  if (held === undefined) return [...emotions, more];
  return emotions.map((emotion) =>
    emotion === held ? { ...held, intensity: held.intensity + more.intensity } : emotion,
  );
}
