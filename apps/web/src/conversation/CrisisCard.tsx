import type { ShownResource } from "@openempathic/experiences";
import { LadderSteps } from "../ladder/LadderSteps.tsx";
import { useSession } from "../session/use-session.ts";
import { HelpLines } from "./HelpLines.tsx";

/** Lines of help in a conversation, and what helps beyond them. */
export function CrisisCard({ resources }: { readonly resources: readonly ShownResource[] }) {
  const { store, snapshot } = useSession();
  const { country, latch } = snapshot.state;
  return (
    <HelpLines
      resources={resources}
      country={country}
      onCountry={(chosen) => void store.send({ kind: "country-changed", country: chosen })}
    >
      {/* Its rungs are for the one who writes; a worry about somebody else has its own answers. */}
      {latch.about !== "others" && <LadderSteps />}
    </HelpLines>
  );
}
