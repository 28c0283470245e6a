import { defineConfig } from "vitest/config";

// The "source" condition makes every workspace package resolve to its TypeScript, so tests need no build.
const source = { conditions: ["source", "module", "node", "import", "default"] };

export default defineConfig({
  resolve: source,
  ssr: { resolve: source },
  test: {
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
