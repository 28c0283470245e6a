import type { ShownResource } from "@openempathic/govern";
import { useSession } from "../session/use-session.ts";
import classes from "./CrisisCard.module.css";
import { HelpLines } from "./HelpLines.tsx";

/** Lines of help in a conversation. */
export function CrisisCard({ resources }: { readonly resources: readonly ShownResource[] }) {
  const { store, snapshot } = useSession();
  const { country, latch } = snapshot.state;
  return (
    <div className={classes.inTurn}>
      <HelpLines
        resources={resources}
        country={country}
        about={latch.about}
        onCountry={(chosen) => void store.send({ kind: "country-changed", country: chosen })}
      />
    </div>
  );
}
