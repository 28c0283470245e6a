import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";

/**
 * `vite build` makes the site that the server hands out. `vite build --mode fake` makes the same site over the
 * in-memory service of src/testing, for looking at states that are hard to reach with a real server.
 */
export default defineConfig(({ mode }) => ({
  plugins: [react()],
  // The "workspace" condition makes workspace packages resolve to their TypeScript, so the site needs no build of them.
  resolve: { conditions: ["workspace", ...defaultClientConditions] },
  build: {
    outDir: mode === "fake" ? "../../node_modules/.cache/open-empathic/fake-site" : "dist",
    emptyOutDir: true,
    // One bundle: it comes from the same machine or the next room, and a chunk fetched later could be missing offline.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: mode === "fake" ? { input: "fake.html" } : {},
  },
  server: { proxy: { "/api": "http://127.0.0.1:4747", "/v1": "http://127.0.0.1:4747" } },
}));
