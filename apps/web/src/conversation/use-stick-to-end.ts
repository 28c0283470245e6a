import { useCallback, useEffect, useRef, useState } from "react";

/** So near to the end that the person is following along, in CSS pixels. */
const NEAR_PX = 96;

/**
 * Keeps a scrolling element at its end while its content grows, as long as the person was at the end; somebody
 * who reads further up is left there, and `atEnd` is false so that a way down can be offered.
 */
export function useStickToEnd() {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [atEnd, setAtEnd] = useState(true);

  const toEnd = useCallback(() => {
    following.current = true;
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, []);

  useEffect(() => {
    const frame = scroller.current;
    const inside = content.current;
    if (frame === null || inside === null) return undefined;
    const look = () => {
      following.current = frame.scrollHeight - frame.scrollTop - frame.clientHeight < NEAR_PX;
      setAtEnd(following.current);
    };
    const grown = new ResizeObserver(() => {
      if (following.current) frame.scrollTop = frame.scrollHeight;
      else look();
    });
    grown.observe(inside);
    grown.observe(frame);
    frame.addEventListener("scroll", look, { passive: true });
    return () => {
      grown.disconnect();
      frame.removeEventListener("scroll", look);
    };
  }, []);

  return { scroller, content, atEnd, toEnd };
}
