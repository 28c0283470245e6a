import type { ShownResource } from "@openempathic/experiences";
import { useSession } from "../session/use-session.ts";
import { HelpLines } from "./HelpLines.tsx";

/** Lines of help in a conversation. */
export function CrisisCard({ resources }: { readonly resources: readonly ShownResource[] }) {
  const { store, snapshot } = useSession();
  return (
    <HelpLines
      resources={resources}
      country={snapshot.state.country}
      onCountry={(country) => void store.send({ kind: "country-changed", country })}
    />
  );
}
