import type { Guest, Pad } from "@openempathic/experiences/play";
import { faceShape } from "./face-shape.ts";
import classes from "./Scene.module.css";

/** The face of a guest at a point of pleasure, arousal and dominance, drawn in a box of 100 by 100. */
export function Face({ guest, pad }: { readonly guest: Guest; readonly pad: Pad }) {
  const { mouth, browTilt, browLift, eyes, isSmilingEyes, blush } = faceShape(pad);
  return (
    <g className={classes.face} data-guest={guest}>
      <Hair guest={guest} behind />
      <ellipse className={classes.skin} cx="50" cy="54" rx="27" ry={guest === "pim" ? 26 : 29} />
      <circle className={classes.blush} cx="33" cy="63" r="6" opacity={blush * 0.55} />
      <circle className={classes.blush} cx="67" cy="63" r="6" opacity={blush * 0.55} />
      {isSmilingEyes ? (
        <path className={classes.line} d="M34 53 q5 -5 10 0 M56 53 q5 -5 10 0" />
      ) : (
        <>
          <Eye x={39} open={eyes} />
          <Eye x={61} open={eyes} />
        </>
      )}
      <path className={classes.line} d="M50 56 q3 4 -1 6" opacity="0.55" />
      <path className={mouth.endsWith("Z") ? classes.mouthOpen : classes.line} d={mouth} />
      <Hair guest={guest} />
      <Brow x={39} y={42 - browLift} tilt={browTilt} />
      <Brow x={61} y={42 - browLift} tilt={-browTilt} />
    </g>
  );
}

function Eye({ x, open }: { readonly x: number; readonly open: number }) {
  return (
    <g
      className={classes.eye}
      style={{ transform: `translate(${String(x)}px, 52px) scaleY(${open.toFixed(2)})` }}
    >
      <ellipse className={classes.pupil} rx="3.1" ry="4" />
      <circle className={classes.glint} cx="1" cy="-1.4" r="1" />
    </g>
  );
}

function Brow(props: { readonly x: number; readonly y: number; readonly tilt: number }) {
  const { x, y, tilt } = props;
  // The inner end of the left brow is its right one: turned against the clock it goes up.
  const style = {
    transform: `translate(${String(x)}px, ${y.toFixed(1)}px) rotate(${(-tilt).toFixed(1)}deg)`,
  };
  return (
    <g className={classes.brow} style={style}>
      <path className={classes.line} d="M-6 0 q6 -3 12 0" />
    </g>
  );
}

/** Hair and what goes with it, in front of the face or behind it. */
function Hair({ guest, behind = false }: { readonly guest: Guest; readonly behind?: boolean }) {
  switch (guest) {
    case "lin":
      return behind ? (
        <path
          className={classes.hair}
          d="M20 58 Q17 22 50 20 Q83 22 80 58 Q84 84 74 92 L26 92 Q16 84 20 58Z"
        />
      ) : (
        <path className={classes.hair} d="M23 50 Q24 24 52 25 Q76 26 77 50 Q66 38 50 37 Q34 38 23 50Z" />
      );
    case "bruno":
      return behind ? (
        <path className={classes.hair} d="M21 56 Q18 34 34 30 L66 30 Q82 34 79 56 L74 62 L26 62Z" />
      ) : (
        <>
          <path
            className={classes.hair}
            d="M29 72 Q32 92 50 93 Q68 92 71 72 Q66 82 58 81 Q50 79 42 81 Q34 82 29 72Z"
          />
          <g className={classes.glasses}>
            <circle cx="39" cy="53" r="8.5" />
            <circle cx="61" cy="53" r="8.5" />
            <path d="M47.5 52 q2.5 -2 5 0 M30.5 51 L24 49 M69.5 51 L76 49" />
          </g>
        </>
      );
    case "pim":
      return behind ? (
        <path
          className={classes.hair}
          d="M22 54 Q20 26 50 25 Q80 26 78 54 Q77 66 72 70 L28 70 Q23 66 22 54Z M18 60 q-9 4 -6 16 q8 2 12 -8Z M82 60 q9 4 6 16 q-8 2 -12 -8Z"
        />
      ) : (
        <path
          className={classes.hair}
          d="M24 48 Q27 28 50 28 Q73 28 76 48 Q68 41 62 42 Q56 36 50 41 Q42 36 38 42 Q30 41 24 48Z"
        />
      );
  }
}
