/** What a shape is for; whoever draws it has a colour for each. */
export type Tone = "ink" | "soft" | "line" | "accent" | "warm" | "tint";

/** One shape of a picture, in its own units. */
export type Shape =
  | {
      readonly kind: "line";
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly tone: Tone;
      readonly dashed?: true;
    }
  | {
      readonly kind: "rect";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly tone: Tone;
    }
  | {
      readonly kind: "dot";
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly tone: Tone;
    }
  | {
      readonly kind: "text";
      readonly x: number;
      readonly y: number;
      readonly words: string;
      readonly anchor: "start" | "middle" | "end";
      readonly tone: Tone;
      readonly bold?: true;
    };

/** A drawing as data, so that a page and a file draw the same. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** All that it shows, in words, for whoever does not see it. */
  readonly label: string;
  readonly shapes: readonly Shape[];
}

const COLOURS: Readonly<Record<Tone, string>> = {
  ink: "#2b2a33",
  soft: "#5e5c6b",
  line: "#8d8a9b",
  accent: "#3d6b8e",
  warm: "#b4552d",
  tint: "#eef3f7",
};

/** A picture as SVG, with colours for white paper. */
export function pictureSvg({ width, height, label, shapes }: Picture): string {
  const size = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-label="${escapeXml(label)}" font-family="system-ui, sans-serif" font-size="13">${shapes.map(shapeSvg).join("")}</svg>`;
}

function shapeSvg(shape: Shape): string {
  const colour = COLOURS[shape.tone];
  switch (shape.kind) {
    case "line": {
      const { x1, y1, x2, y2, dashed } = shape;
      return `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${colour}" stroke-width="1.5"${dashed === true ? ' stroke-dasharray="4 4"' : ""}/>`;
    }
    case "rect":
      return `<rect x="${n(shape.x)}" y="${n(shape.y)}" width="${n(shape.width)}" height="${n(shape.height)}" rx="6" fill="${colour}" stroke="${COLOURS.line}"/>`;
    case "dot":
      return `<circle cx="${n(shape.x)}" cy="${n(shape.y)}" r="${n(shape.radius)}" fill="${colour}" fill-opacity="0.75"/>`;
    case "text":
      return `<text x="${n(shape.x)}" y="${n(shape.y)}" text-anchor="${shape.anchor}" fill="${colour}"${shape.bold === true ? ' font-weight="600"' : ""}>${escapeXml(shape.words)}</text>`;
  }
}

/** Words as they may stand in XML and HTML. */
export function escapeXml(words: string): string {
  const names: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  // XML 1.0 has no place for most control characters at all.
  return words.replace(/(?![\t\n\r])\p{Cc}/gu, "").replace(/[&<>"']/gu, (sign) => names[sign] ?? sign);
}

/** To a hundredth of a unit, which nobody sees. */
function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}
