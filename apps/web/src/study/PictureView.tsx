import type { Picture, Shape } from "@openempathic/experiences/study";
import classes from "./Picture.module.css";

/** A picture of a study’s figures, in the colours of the page. */
export function PictureView({ picture }: { readonly picture: Picture }) {
  const { width, height, label, shapes } = picture;
  return (
    <div className={classes.room} tabIndex={0} role="group" aria-label={label}>
      <svg
        viewBox={`0 0 ${String(width)} ${String(height)}`}
        style={{ minWidth: Math.min(width, 560) }}
        aria-hidden="true"
      >
        {shapes.map((shape, index) => (
          <OneShape key={index} shape={shape} />
        ))}
      </svg>
    </div>
  );
}

function OneShape({ shape }: { readonly shape: Shape }) {
  switch (shape.kind) {
    case "line": {
      const { x1, y1, x2, y2, tone, dashed } = shape;
      return (
        <line {...{ x1, y1, x2, y2 }} className={classes.stroke} data-tone={tone} data-dashed={dashed} />
      );
    }
    case "rect": {
      const { x, y, width, height } = shape;
      return <rect {...{ x, y, width, height }} rx={8} className={classes.box} />;
    }
    case "dot":
      return (
        <circle cx={shape.x} cy={shape.y} r={shape.radius} className={classes.dot} data-tone={shape.tone} />
      );
    case "text": {
      const { x, y, words, anchor, tone, bold } = shape;
      return (
        <text x={x} y={y} textAnchor={anchor} className={classes.words} data-tone={tone} data-bold={bold}>
          {words}
        </text>
      );
    }
  }
}
