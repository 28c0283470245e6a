import { Button, TextInput } from "@mantine/core";
import { memoriesOf } from "@openempathic/experiences";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LifeLinks } from "../life/LifeLinks.tsx";
import { newKey } from "../session/new-key.ts";
import { useSession } from "../session/use-session.ts";
import panel from "../understood/UnderstoodPanel.module.css";
import { CheckInSection } from "./CheckInSection.tsx";
import classes from "./MemoryPanel.module.css";
import { MemoryRow } from "./MemoryRow.tsx";
import { ProposalCard } from "./ProposalCard.tsx";

/** What is remembered in this conversation: the person sees, adds, changes and forgets all of it. */
export function MemoryPanel() {
  const { t } = useTranslation();
  const { store, snapshot } = useSession();
  const [text, setText] = useState("");
  const memories = memoriesOf(snapshot.state);
  function add(event: React.SubmitEvent) {
    event.preventDefault();
    if (text.trim() === "") return;
    void store.send({ kind: "memory-added", memoryId: newKey(), text: text.trim() });
    setText("");
  }
  return (
    <div className={panel.panel}>
      <section>
        <h2 className={panel.heading}>{t("memory.title")}</h2>
        <p className={panel.lead}>{t("memory.lead")}</p>
        {snapshot.state.proposals.map((proposal) => (
          <ProposalCard key={proposal.memoryId} proposal={proposal} />
        ))}
        {memories.length === 0 ? (
          <p className={classes.none}>{t("memory.none")}</p>
        ) : (
          <ul className={classes.list}>
            {memories.map((memory) => (
              <MemoryRow key={memory.memoryId} memory={memory} />
            ))}
          </ul>
        )}
        <form className={classes.add} onSubmit={add}>
          <TextInput
            label={t("memory.add")}
            placeholder={t("memory.addPlaceholder")}
            size="md"
            maxLength={500}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" variant="light">
            {t("memory.addButton")}
          </Button>
        </form>
      </section>
      <section>
        <LifeLinks />
      </section>
      <CheckInSection />
    </div>
  );
}
