import type { CalmScript } from "../script/calm-script.ts";
import { calmTimeline } from "../timeline/calm-timeline.ts";
import { PHASE_WORDS } from "./to-web-vtt.ts";

/**
 * A page that plays a pack from a folder: the sound with its captions, which a browser would not load from a file
 * beside it, written into the page.
 *
 * @param file the sound's name in the folder
 */
export function listenPage(script: CalmScript, file: string): string {
  const { events } = calmTimeline(script, 1000);
  const cues = events.flatMap((event) =>
    event.kind === "bell"
      ? []
      : [
          {
            from: event.atSample / 1000,
            to: event.endSample / 1000,
            text: event.kind === "words" ? event.text : PHASE_WORDS[script.language][event.phase],
          },
        ],
  );
  // Inside a script element only "<" could end it.
  const data = JSON.stringify(cues).replaceAll("<", "\\u003c");
  const title = script.title.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<!doctype html>
<html lang="${script.language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
  :root { color-scheme: light dark; }
  body { margin: 0; min-height: 100vh; display: grid; place-content: center; gap: 2rem; text-align: center;
    padding: 1.5rem; font: 1.125rem/1.6 system-ui, sans-serif; background: light-dark(#fbf6ee, #141e1d);
    color: light-dark(#2c3431, #ede6da); }
  #caption { min-height: 5em; max-width: 24em; font-size: 1.5rem; margin: 0 auto; }
  audio { width: min(24rem, 100%); margin: 0 auto; }
</style>
<main>
  <h1>${title}</h1>
  <p id="caption" aria-live="polite"></p>
  <audio id="audio" src="${file}" controls></audio>
</main>
<script>
  const cues = ${data};
  const audio = document.getElementById("audio");
  const caption = document.getElementById("caption");
  const show = () => {
    const now = audio.currentTime;
    const cue = cues.find(({ from, to }) => from <= now && now < to);
    if (caption.textContent !== (cue?.text ?? "")) caption.textContent = cue?.text ?? "";
    if (!audio.paused) requestAnimationFrame(show);
  };
  audio.addEventListener("play", show);
  audio.addEventListener("seeked", show);
</script>
</html>
`;
}
