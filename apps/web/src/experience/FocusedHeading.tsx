import { useEffect, useRef, type ReactNode } from "react";

/**
 * The heading of what can be done now. It takes the focus when it comes in place of another, so that who works by
 * keyboard or with a screen reader is where the page is.
 */
export function FocusedHeading(props: {
  /** Off where the page has just been opened, and the reader is at its beginning. */
  readonly takesFocus?: boolean;
  readonly children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { takesFocus = true } = props;
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {props.children}
    </h2>
  );
}
