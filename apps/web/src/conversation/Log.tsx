import { Button } from "@mantine/core";
import { conversationOf, type ConversationEntry } from "@openempathic/experiences";
import { IconArrowDown } from "@tabler/icons-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { OutgoingEvent } from "../session/outbox.ts";
import { useSession } from "../session/use-session.ts";
import { AfterExchange } from "../life/AfterExchange.tsx";
import { RoutineTurn } from "../life/days/RoutineTurn.tsx";
import { LifeQuestionTurn } from "../life/story/LifeQuestionTurn.tsx";
import { Announcer } from "./Announcer.tsx";
import { EmptyState } from "./EmptyState.tsx";
import classes from "./Log.module.css";
import { MessageTurn } from "./MessageTurn.tsx";
import { OutgoingTurn } from "./OutgoingTurn.tsx";
import { ReplyTurn } from "./ReplyTurn.tsx";
import { CheckInTurn } from "./CheckInTurn.tsx";
import { useStickToEnd } from "./use-stick-to-end.ts";

/** The conversation so far. It stays at the end while it grows, unless the person is reading further up. */
export function Log({ onPanel }: { readonly onPanel?: () => void }) {
  const { t } = useTranslation();
  const { snapshot } = useSession();
  const entries = conversationOf(snapshot.state);
  const turns = entries.filter((entry) => entry.kind !== "notices");
  const outgoing = snapshot.outgoing.filter(
    (item) => item.event.kind === "message" && !hasArrived(item, turns),
  );
  const last = turns.at(-1);
  const lastSeq = last?.seq;
  const hasPeopleBelow =
    last?.kind === "message" && last.reply?.finished === true && last.reply.resources.length > 0;
  const { scroller, content, atEnd, toEnd, toPeople } = useStickToEnd();
  useEffect(() => {
    // Whoever has just written wants to see what comes of it.
    if (outgoing.length > 0) toEnd();
  }, [outgoing.length, toEnd]);
  return (
    <div className={classes.frame}>
      <div className={classes.scroller} ref={scroller}>
        <div className={classes.column} ref={content}>
          {turns.length === 0 && outgoing.length === 0 && <EmptyState />}
          <ol className={classes.turns}>
            {turns.map((entry) => (
              <LogEntry
                key={entry.seq}
                entry={entry}
                isLast={entry.seq === lastSeq}
                {...(onPanel ? { onPanel } : {})}
              />
            ))}
            {outgoing.map((item) => (
              <OutgoingTurn key={item.key} item={item} />
            ))}
          </ol>
        </div>
      </div>
      {!atEnd && (
        <Button
          className={classes.below ?? ""}
          size="compact-md"
          variant="default"
          leftSection={<IconArrowDown size={16} />}
          onClick={hasPeopleBelow ? toPeople : toEnd}
        >
          {t(hasPeopleBelow ? "conversation.peopleBelow" : "conversation.newBelow")}
        </Button>
      )}
      <Announcer />
    </div>
  );
}

function LogEntry(props: {
  readonly entry: Exclude<ConversationEntry, { kind: "notices" }>;
  readonly isLast: boolean;
  readonly onPanel?: () => void;
}) {
  const { entry, isLast, onPanel } = props;
  switch (entry.kind) {
    case "check-in":
      return <CheckInTurn entry={entry} />;
    case "life-question":
      return <LifeQuestionTurn entry={entry} isLast={isLast} />;
    case "routine":
      return <RoutineTurn entry={entry} isLast={isLast} />;
    case "message":
      return (
        <li className={classes.exchange}>
          <MessageTurn entry={entry} />
          <ReplyTurn entry={entry} isLast={isLast} {...(onPanel ? { onPanel } : {})} />
          <AfterExchange of={entry.seq} />
        </li>
      );
  }
}

/** Whether a message is in the conversation already: the stream can be quicker than the answer to sending it. */
function hasArrived(
  { event, after = Infinity }: OutgoingEvent,
  turns: readonly ConversationEntry[],
): boolean {
  return turns.some(
    (turn) =>
      turn.kind === "message" && event.kind === "message" && turn.seq > after && turn.text === event.text,
  );
}
