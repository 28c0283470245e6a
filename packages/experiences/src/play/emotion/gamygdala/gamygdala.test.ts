import { describe, expect, it } from "vitest";
import { Gamygdala } from "./gamygdala.ts";
import { GamygdalaAgent } from "./gamygdala-agent.ts";
import { GamygdalaBelief } from "./gamygdala-parts.ts";

function engineAt(clock: { nowMs: number } = { nowMs: 0 }): Gamygdala {
  return new Gamygdala({ nowMs: () => clock.nowMs });
}

function feelingsOf(agent: GamygdalaAgent): Readonly<Record<string, number>> {
  return Object.fromEntries(
    agent.getEmotionalState().map(({ name, intensity }) => [name, Math.round(intensity * 1e9) / 1e9]),
  );
}

describe("G1 what is as in GAMYGDALA", () => {
  // Each number by hand from its rules: likelihood (congruence * likelihood + 1) / 2, intensity |utility * change|.

  it("G1.1: an agent hopes, and thanks who helped", () => {
    const engine = engineAt();
    const farmer = engine.createAgent("farmer");
    engine.createAgent("knight");
    engine.createGoalForAgent("farmer", "village saved", 0.9);
    engine.appraiseBelief(0.6, "knight", ["village saved"], [1]);
    expect(engine.getGoalByName("village saved")?.likelihood).toBeCloseTo(0.8);
    expect(feelingsOf(farmer)).toEqual({ hope: 0.27, gratitude: 0.27 });
    expect(farmer.getRelation("knight")).toMatchObject({
      like: 0,
      emotionList: [{ name: "gratitude" }],
    });
  });

  it("G1.2: who likes the owner of a goal feels for them, and for what they did to them", () => {
    const engine = engineAt();
    engine.createAgent("farmer");
    const knight = engine.createAgent("knight");
    const orc = engine.createAgent("orc");
    engine.createGoalForAgent("farmer", "village saved", 1);
    engine.createRelation("knight", "farmer", 0.5);
    engine.createRelation("orc", "farmer", -1);
    engine.appraiseBelief(1, "knight", ["village saved"], [0.4]);
    expect(feelingsOf(knight)).toEqual({ "happy-for": 0.1, gratification: 0.1 });
    expect(feelingsOf(orc)).toEqual({ resentment: 0.2 });
    engine.appraiseBelief(-1, "knight", ["village saved"], [0.4]);
    expect(feelingsOf(knight)).toEqual({ "happy-for": 0.1, gratification: 0.1, pity: 0.2, remorse: 0.2 });
    expect(feelingsOf(orc)).toEqual({ resentment: 0.2, gloating: 0.4 });
  });

  it("G1.3: confirmed beliefs settle a goal for good, unless it is one of maintenance", () => {
    const engine = engineAt();
    const farmer = engine.createAgent("farmer");
    engine.createGoalForAgent("farmer", "village destroyed", -1);
    engine.createGoalForAgent("farmer", "fed", 1, true);
    engine.appraiseBelief(0.6, "", ["village destroyed"], [1]);
    engine.appraiseBelief(1, null, ["village destroyed"], [1]);
    expect(feelingsOf(farmer)).toEqual({ fear: 0.3, distress: 0.2, "fear-confirmed": 0.2 });
    engine.appraiseBelief(-1, "", ["village destroyed"], [1]);
    expect(feelingsOf(farmer)).toEqual({ fear: 0.3, distress: 0.2, "fear-confirmed": 0.2 });
    engine.appraiseBelief(1, "", ["fed"], [1]);
    engine.appraiseBelief(-0.5, "", ["fed"], [1]);
    expect(engine.getGoalByName("fed")?.likelihood).toBe(0.25);
  });

  it("G1.4: goals are shared between agents, and a second agent joins the one that is known", () => {
    const engine = engineAt();
    const first = engine.createAgent("first");
    const second = engine.createAgent("second");
    const goal = engine.createGoalForAgent("first", "peace", 1);
    expect(engine.createGoalForAgent("second", "peace", 0.2)).toBe(goal);
    engine.appraiseBelief(0.5, "", ["peace"], [1]);
    expect(feelingsOf(first)).toEqual({ hope: 0.25 });
    expect(feelingsOf(second)).toEqual({ hope: 0.25 });
  });

  it("G1.5: gain limits what shows, and PAD is the sum of its table", () => {
    const engine = engineAt();
    const agent = engine.createAgent("agent");
    engine.createGoalForAgent("agent", "play", 1);
    engine.appraiseBelief(1, "", ["play"], [1]);
    expect(feelingsOf(agent)).toEqual({ joy: 0.5 });
    expect(agent.getPADState()).toEqual([0.38, 0.24, 0.175]);
    engine.setGain(10);
    expect(agent.getEmotionalState(true)).toEqual([{ name: "joy", intensity: 5 / 6 }]);
    expect(agent.getPADState(true)[0]).toBeCloseTo(3.8 / 4.8);
    expect(() => agent.setGain(21)).toThrow(RangeError);
  });

  it("G1.6: decay is by the second, whenever it is called", () => {
    const clock = { nowMs: 0 };
    const engine = engineAt(clock);
    const agent = engine.createAgent("agent");
    engine.createGoalForAgent("agent", "play", 1);
    engine.appraiseBelief(1, "", ["play"], [1]);
    for (const nowMs of [100, 1500, 2000]) {
      clock.nowMs = nowMs;
      engine.decayAll();
    }
    expect(agent.getEmotionalState()[0]?.intensity).toBeCloseTo(0.5 * 0.8 ** 2);
    engine.setDecay(0.1, engine.linearDecay.bind(engine));
    clock.nowMs = 4000;
    engine.decayAll();
    expect(agent.getEmotionalState()[0]?.intensity).toBeCloseTo(0.32 - 0.2);
    clock.nowMs = 9000;
    engine.decayAll();
    expect(agent.getEmotionalState()).toEqual([]);
  });

  it("G1.7: an agent can appraise alone, a goal can compute its own likelihood, and evidence can add up", () => {
    const engine = engineAt();
    const agent = new GamygdalaAgent("agent");
    engine.registerAgent(agent);
    const other = engine.createAgent("other");
    const goal = engine.createGoalForAgent("agent", "play", 1);
    other.addGoal(goal);
    agent.appraise(
      new GamygdalaBelief({
        likelihood: 0.2,
        causalAgentName: null,
        affectedGoalNames: ["play"],
        goalCongruences: [1],
        isIncremental: true,
      }),
    );
    expect(goal.likelihood).toBeCloseTo(0.7);
    expect(feelingsOf(agent)).toEqual({ hope: 0.2 });
    expect(feelingsOf(other)).toEqual({});
    goal.calculateLikelyhood = () => 0.9;
    engine.appraiseBelief(0, "", ["play"], [0]);
    expect(goal.likelihood).toBe(0.9);
  });

  it("G1.8: starts its decay with the timer it was given", () => {
    const calls: number[] = [];
    const engine = new Gamygdala({ nowMs: () => 0, repeat: (_, everyMs) => calls.push(everyMs) });
    engine.startDecay(40);
    expect(calls).toEqual([40]);
    expect(() => engineAt().startDecay(40)).toThrow(/repeat/u);
  });
});

describe("G2 where GAMYGDALA has the sign wrong for refuted beliefs, and this has not", () => {
  it("G2.1: a hope that is refuted disappoints (its program only asks whether the likelihood rose)", () => {
    const engine = engineAt();
    const agent = engine.createAgent("agent");
    engine.createGoalForAgent("agent", "play", 1);
    engine.appraiseBelief(0.8, "", ["play"], [1]);
    engine.appraiseBelief(-1, "", ["play"], [1]);
    expect(feelingsOf(agent)).toEqual({ hope: 0.4, distress: 0.9, disappointment: 0.9 });
  });

  it("G2.2: a fear that is refuted relieves", () => {
    const engine = engineAt();
    const agent = engine.createAgent("agent");
    engine.createGoalForAgent("agent", "village destroyed", -1);
    engine.appraiseBelief(0.8, "", ["village destroyed"], [1]);
    engine.appraiseBelief(-1, "", ["village destroyed"], [1]);
    expect(feelingsOf(agent)).toEqual({ fear: 0.4, joy: 0.9, relief: 0.9 });
  });

  it("G2.3: incremental evidence stops at refuted, is felt there, and is final there", () => {
    const engine = engineAt();
    const agent = engine.createAgent("agent");
    const goal = engine.createGoalForAgent("agent", "play", 1);
    for (let sign = 0; sign < 4; sign += 1) engine.appraiseBelief(0.25, "", ["play"], [-1], true);
    expect(goal.likelihood).toBe(0);
    expect(feelingsOf(agent)).toEqual({ fear: 0.25, distress: 0.25 });
    engine.appraiseBelief(1, "", ["play"], [1]);
    expect(goal.likelihood).toBe(0);
  });
});

describe("G3 wrong calls", () => {
  it("G3.1: name what they need", () => {
    const engine = engineAt();
    engine.createAgent("agent");
    expect(() => engine.createAgent("agent")).toThrow(/free/u);
    expect(() => engine.createGoalForAgent("nobody", "x", 1)).toThrow(/registered agent/u);
    expect(() => engine.createRelation("agent", "nobody", 1)).toThrow(/registered agent/u);
    expect(() => engine.appraiseBelief(1, "", ["x"], [])).toThrow(/congruences/u);
    expect(() => {
      new GamygdalaAgent("alone").appraise(
        new GamygdalaBelief({
          likelihood: 1,
          causalAgentName: "",
          affectedGoalNames: [],
          goalCongruences: [],
        }),
      );
    }).toThrow(/registered/u);
  });
});
