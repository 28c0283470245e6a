import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";
import type { Plugin } from "vite";

/** The letters that the first screen is written in, fetched along with it, so that no word changes its width. */
const FIRST_LETTERS = /(nunito-latin-wght|fraunces-latin-soft)-normal-[\w-]+\.woff2$/;

function preloadLetters(): Plugin {
  return {
    name: "preload-letters",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => FIRST_LETTERS.test(file))
          .map((file) => ({
            tag: "link",
            attrs: { rel: "preload", as: "font", type: "font/woff2", crossorigin: true, href: `/${file}` },
            injectTo: "head-prepend",
          })),
    },
  };
}

/**
 * `vite build` makes the site that the server hands out. `vite build --mode fake` makes the same site over the
 * in-memory service of src/testing, for looking at states that are hard to reach with a real server.
 */
export default defineConfig(({ mode }) => ({
  plugins: [react(), preloadLetters()],
  // The "workspace" condition makes workspace packages resolve to their TypeScript, so the site needs no build of them.
  resolve: { conditions: ["workspace", ...defaultClientConditions] },
  build: {
    outDir: mode === "fake" ? "../../node_modules/.cache/open-empathic/fake-site" : "dist",
    emptyOutDir: true,
    chunkSizeWarningLimit: 700,
    rolldownOptions: mode === "fake" ? { input: "fake.html" } : {},
  },
  server: { proxy: { "/api": "http://127.0.0.1:4747", "/v1": "http://127.0.0.1:4747" } },
}));
