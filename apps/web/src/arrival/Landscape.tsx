import classes from "./Landscape.module.css";

/** Hills at dawn, or at night: decoration only. */
export function Landscape() {
  return (
    <div className={classes.landscape} aria-hidden="true">
      <div className={classes.sun} />
      <svg className={classes.hills} viewBox="0 0 1440 320" preserveAspectRatio="xMidYMax slice">
        <path
          className={classes.far}
          d="M0 150C180 92 330 82 520 128S860 190 1040 138s280-62 400-18v200H0Z"
        />
        <path
          className={classes.middle}
          d="M0 206C150 150 320 168 470 196s330 46 520-6 320-58 450-8v138H0Z"
        />
        <path className={classes.near} d="M0 232c210-34 330 22 520 34s310-58 500-50 300 34 420 18v86H0Z" />
        <path className={classes.front} d="M0 286c160-26 300-30 470-8s330 30 520 2 330-22 450 4v36H0Z" />
      </svg>
    </div>
  );
}
