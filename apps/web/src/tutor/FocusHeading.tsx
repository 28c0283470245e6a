import { useEffect, useRef } from "react";
import type { ReactNode } from "react";

/** A heading that takes the focus when it comes in place of another, so that keyboard and reader begin there. */
export function FocusHeading({ children }: { readonly children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {children}
    </h2>
  );
}
