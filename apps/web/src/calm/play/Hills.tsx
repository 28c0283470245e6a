import classes from "./Hills.module.css";

/** Hills far below: decoration only. */
export function Hills() {
  return (
    <svg
      className={classes.hills}
      viewBox="0 0 1440 220"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
    >
      <path className={classes.far} d="M0 92C210 34 380 66 590 88s330-72 520-40 250 38 330 10v162H0Z" />
      <path className={classes.middle} d="M0 138c190-40 330 8 520 18s340-50 520-22 270 34 400 2v84H0Z" />
      <path className={classes.near} d="M0 184c200-22 340-12 500-2s330-20 520 0 300 10 420-6v44H0Z" />
    </svg>
  );
}
