import { suggestionAt } from "@openempathic/experiences";
import { useSession } from "../session/use-session.ts";
import { SuggestionCard } from "./people/SuggestionCard.tsx";
import { PassageProposalCard } from "./story/PassageProposalCard.tsx";

/** What may stand below an answered message: an offer to keep what was told, and a suggestion to reach out. */
export function AfterExchange({ of }: { readonly of: number }) {
  const { snapshot } = useSession();
  const proposal = snapshot.state.life.proposals.find((each) => each.of === of);
  const person = suggestionAt(snapshot.state, of);
  return (
    <>
      {proposal !== undefined && <PassageProposalCard proposal={proposal} />}
      {person !== undefined && <SuggestionCard person={person} of={of} />}
    </>
  );
}
