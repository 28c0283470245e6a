import { useCallback, useEffect, useRef, useState } from "react";

/** So near to the end that the person is following along, in CSS pixels. */
const NEAR_PX = 96;

/** Room above an answer that is longer than the window, for the end of the message that it answers. */
const ABOVE_ANSWER = 0.4;

/**
 * Keeps a scrolling element at its end while its content grows, as long as the person was at the end; somebody
 * who reads further up is left there, and `atEnd` is false so that a way down can be offered: `toEnd`, or `toPeople` to those whom the answer names. An answer longer than
 * the window is followed only until its beginning would leave, since that is where reading it starts.
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
      setAtEnd(following.current || isSeen(peopleIn(inside), frame));
    };
    const grown = new ResizeObserver(() => {
      const wanted = Math.min(frame.scrollHeight, startOfLastAnswer(frame, inside));
      // Never upwards: who went on to the end of a long answer stays there.
      if (following.current && wanted > frame.scrollTop) frame.scrollTop = wanted;
      look();
    });
    grown.observe(inside);
    grown.observe(frame);
    frame.addEventListener("scroll", look, { passive: true });
    return () => {
      grown.disconnect();
      frame.removeEventListener("scroll", look);
    };
  }, []);

  const toPeople = useCallback(() => {
    if (content.current) peopleIn(content.current)?.scrollIntoView({ block: "start" });
  }, []);

  return { scroller, content, atEnd, toEnd, toPeople };
}

/** The people to reach that the latest answer names, where it names any. */
function peopleIn(inside: HTMLElement): Element | null {
  return inside.querySelector("ol > li:last-child [data-people]");
}

/** Whether enough of something is in view for it to be noticed. */
function isSeen(what: Element | null, frame: HTMLElement): boolean {
  const noticed = 160;
  return what !== null && frame.getBoundingClientRect().bottom - what.getBoundingClientRect().top > noticed;
}

/** How far to scroll so that the latest answer begins in view; without an answer there is no such bound. */
function startOfLastAnswer(frame: HTMLElement, inside: HTMLElement): number {
  const [message, answer] = inside.querySelectorAll("ol > li:last-child article");
  if (message === undefined || answer === undefined) return Infinity;
  const { top } = frame.getBoundingClientRect();
  const gap = 16;
  const fromMessage = message.getBoundingClientRect().top - top - gap;
  const fromAnswer = answer.getBoundingClientRect().top - top - frame.clientHeight * ABOVE_ANSWER;
  return frame.scrollTop + Math.max(fromMessage, fromAnswer);
}
