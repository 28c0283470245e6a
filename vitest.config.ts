import { availableParallelism } from "node:os";
import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

// The "workspace" condition makes every workspace package resolve to its TypeScript, so tests need no build.
const resolve = { conditions: ["workspace", ...defaultServerConditions] };

export default defineConfig({
  resolve,
  ssr: { resolve },
  test: {
    // What a test shows is its result, not its time; the usual five seconds are too short for a machine that does much else.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Vitest leaves a core to itself; on two that would be half of the machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    include: [
      "packages/*/src/**/*.test.ts",
      "apps/*/src/**/*.test.{ts,tsx}",
      "examples/**/*.test.ts",
      "training/**/*.test.ts",
      "journeys/**/*.test.ts",
      "tools/**/*.test.mjs",
    ],
  },
});
