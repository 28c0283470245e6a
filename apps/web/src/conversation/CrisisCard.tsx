import type { ShownResource } from "@openempathic/govern";
import { useSession } from "../session/use-session.ts";
import { HelpLines } from "./HelpLines.tsx";

/** Lines of help in a conversation. */
export function CrisisCard({ resources }: { readonly resources: readonly ShownResource[] }) {
  const { store, snapshot } = useSession();
  const { country, latch } = snapshot.state;
  return (
    <HelpLines
      resources={resources}
      country={country}
      about={latch.about}
      onCountry={(chosen) => void store.send({ kind: "country-changed", country: chosen })}
    />
  );
}
