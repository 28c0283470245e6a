import type { CategoryId } from "@openempathic/affect";
import type { ReplyLanguage } from "@openempathic/respond";
import { clearFeeling } from "../arc/line-feeling.ts";
import type { ArcPoint } from "../arc/story-arc.ts";
import { drawingAt } from "../arc/intended-arc.ts";
import type { ArcDrawing } from "../arc/intended-arc.ts";

/** What notes are written with. */
export interface ActingNotes {
  readonly title: string;
  readonly language: ReplyLanguage;
  /** What a category is called in that language. */
  readonly nameOf: (category: CategoryId) => string;
  /** The arc that the writer intends, where there is one. */
  readonly drawing?: ArcDrawing;
}

const WORDS = {
  en: {
    head: "Notes for reading aloud. “Sounds like” is what most readers would probably hear in the words alone; the actor’s own sense of it counts.",
    narrator: "Narrator",
    choice: "Choice",
    line: "line",
    sounds: (name: string, percent: number) =>
      `sounds like ${name} (about ${String(percent)} of 100 readers)`,
    unclear: "no clear feeling in the words: yours to fill",
    unread: "could not be read",
    brighter: "meant brighter than before",
    darker: "meant darker than before",
    livelier: "livelier than before",
    calmer: "calmer than before",
  },
  de: {
    head: "Notizen zum lauten Lesen. „Klingt nach“ heißt, was die meisten Lesenden wohl allein in den Worten hören; das eigene Gespür zählt.",
    narrator: "Erzählstimme",
    choice: "Auswahl",
    line: "Zeile",
    sounds: (name: string, percent: number) =>
      `klingt nach ${name} (etwa ${String(percent)} von 100 Lesenden)`,
    unclear: "kein klares Gefühl in den Worten: Raum für eigenes",
    unread: "nicht lesbar",
    brighter: "heller gemeint als zuvor",
    darker: "dunkler gemeint als zuvor",
    livelier: "lebhafter als zuvor",
    calmer: "ruhiger als zuvor",
  },
} as const;

/** A change of the arc from line to line that is worth a note. */
const STEP = 0.1;

/** Acting notes for a way through a story, as Markdown: each utterance with what it sounds like and which way it turns. */
export function writeActingNotes(points: readonly ArcPoint[], notes: ActingNotes): string {
  const words = WORDS[notes.language];
  const lines = points.map((point, at) => {
    const { speaker, kind, text, place } = point.utterance;
    const who = speaker ?? (kind === "choice" ? words.choice : words.narrator);
    const what = [soundsLike(point, notes), ...turns(point, points[at - 1], notes)].join("; ");
    return `- **${plain(who)}** (${words.line} ${String(place.line)}): ${plain(text)}\n  *${what}*`;
  });
  return [`# ${plain(notes.title)}`, "", words.head, "", ...lines, ""].join("\n");
}

function soundsLike({ alone }: ArcPoint, { language, nameOf }: ActingNotes): string {
  const words = WORDS[language];
  if (alone === undefined) return words.unread;
  const heard = clearFeeling(alone);
  // Never 100: no guess is certain.
  if (heard === undefined) return words.unclear;
  return words.sounds(nameOf(heard.category), Math.min(99, Math.round(100 * heard.likelihood)));
}

function turns(
  point: ArcPoint,
  before: ArcPoint | undefined,
  { language, drawing }: ActingNotes,
): readonly string[] {
  const words = WORDS[language];
  const found: string[] = [];
  if (before === undefined) return found;
  const lift = (point.arousal?.mean ?? 0) - (before.arousal?.mean ?? 0);
  if (lift > STEP) found.push(words.livelier);
  if (lift < -STEP) found.push(words.calmer);
  if (drawing === undefined) return found;
  const meant = drawingAt(drawing, point.position) - drawingAt(drawing, before.position);
  if (meant > STEP) found.push(words.brighter);
  if (meant < -STEP) found.push(words.darker);
  return found;
}

/** Without the signs that Markdown reads. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/gu, "\\$&");
}
