import classes from "./Orb.module.css";

/** The mark of the companion: a small sun. It breathes while it is thinking. */
export function Orb({ size, breathing = false }: { readonly size: number; readonly breathing?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={classes.orb}
      data-breathing={breathing || undefined}
      style={{ width: size, height: size }}
    />
  );
}
