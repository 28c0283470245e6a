import { VisuallyHidden } from "@mantine/core";
import { conversationOf } from "@openempathic/experiences";
import { useEffect, useRef, useState } from "react";
import { useSession } from "../session/use-session.ts";

/** How many sentences stay in the region; older ones have been read out. */
const KEPT = 12;

/**
 * Tells a screen reader each sentence of an answer once, as it arrives, and nothing of what was there before. The
 * visible conversation itself is no live region, since its buttons and marks would be read out too.
 */
export function Announcer() {
  const { snapshot } = useSession();
  const said = useRef<Map<number, string>>(undefined);
  const [sentences, setSentences] = useState<readonly { readonly id: string; readonly text: string }[]>([]);
  useEffect(() => {
    const replies = conversationOf(snapshot.state).flatMap((entry) =>
      entry.kind === "message" && entry.reply ? [{ of: entry.seq, text: entry.reply.text }] : [],
    );
    if (said.current === undefined) {
      said.current = new Map(replies.map(({ of, text }) => [of, text]));
      return;
    }
    const fresh = replies.flatMap(({ of, text }) => {
      const before = said.current?.get(of) ?? "";
      said.current?.set(of, text);
      if (text === before) return [];
      const news = text.startsWith(before) ? text.slice(before.length) : text;
      return [{ id: `${String(of)}-${String(text.length)}`, text: news.trim() }];
    });
    if (fresh.length > 0) setSentences((old) => [...old, ...fresh].slice(-KEPT));
  }, [snapshot.state]);
  return (
    <VisuallyHidden>
      <div aria-live="polite" aria-atomic="false" data-testid="announcer">
        {sentences.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
    </VisuallyHidden>
  );
}
