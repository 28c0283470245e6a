import classes from "./Scene.module.css";

// Where drops fall in the window: spread evenly over both directions by the plastic number, the same at every rendering.
const DROPS = Array.from({ length: 44 }, (_, index) => ({
  x: 176 + ((index * 0.754_878) % 1) * 208,
  delay: (index * 0.569_84) % 1,
}));

/** The room: a window with the weather in it, a lamp, a clock, the stove. Tension makes the rain heavier. */
export function Room({ tension, isOver }: { readonly tension: number; readonly isOver: boolean }) {
  const drops = isOver ? 0 : Math.round(14 + tension * 30);
  return (
    <>
      <rect className={classes.wall} width="560" height="300" />
      <rect className={classes.night} x="172" y="22" width="216" height="132" rx="10" />
      <path
        className={classes.mountain}
        d="M172 132 l46 -46 30 24 40 -58 52 54 48 -32 v70 q0 10 -10 10 h-196 q-10 0 -10 -10Z"
      />
      {isOver && <circle className={classes.moon} cx="344" cy="56" r="16" />}
      <g className={classes.rain} data-wild={tension >= 0.6 || undefined}>
        {DROPS.slice(0, drops).map(({ x, delay }, index) => (
          <line
            key={index}
            x1={x}
            x2={x - 5}
            y1="26"
            y2="42"
            style={{ animationDelay: `${(-delay * 1.1).toFixed(2)}s` }}
            transform={`translate(0 ${String(Math.round(delay * 96))})`}
          />
        ))}
      </g>
      <path className={classes.frame} d="M172 22 h216 v132 h-216Z M280 22 v132 M172 88 h216" />
      <g className={classes.lamp} data-wild={tension >= 0.6 || undefined}>
        <circle className={classes.glow} cx="86" cy="66" r="86" />
        <path className={classes.line} d="M86 0 v40" />
        <path className={classes.shade} d="M62 64 q4 -26 24 -26 q20 0 24 26Z" />
        <circle className={classes.bulb} cx="86" cy="66" r="7" />
      </g>
      <g>
        <circle className={classes.clock} cx="470" cy="62" r="28" />
        <path
          className={classes.line}
          d={isOver ? "M470 62 l-12 -12 M470 62 v-20" : "M470 62 l-16 6 M470 62 l10 -18"}
        />
      </g>
    </>
  );
}
