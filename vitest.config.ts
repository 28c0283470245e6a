import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

// The "workspace" condition makes every workspace package resolve to its TypeScript, so tests need no build.
const resolve = { conditions: ["workspace", ...defaultServerConditions] };

export default defineConfig({
  resolve,
  ssr: { resolve },
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
