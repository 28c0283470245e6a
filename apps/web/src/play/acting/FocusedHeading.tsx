import { useEffect, useRef, type ReactNode } from "react";

/**
 * The heading of what can be done now. In the course of the night the focus goes to it, so that who plays by keyboard
 * or with a screen reader is where the game is; when the page has just been opened it does not.
 */
export function FocusedHeading(props: { readonly takesFocus: boolean; readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { takesFocus } = props;
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {props.children}
    </h2>
  );
}
