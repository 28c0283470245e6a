import type { ShownResource } from "@openempathic/govern";
import type { RiskLatch } from "@openempathic/govern";
import { HelpLines } from "./HelpLines.tsx";
import { saidBesideLines } from "./said-beside-lines.ts";

/**
 * The scripted answer to somebody who may be in danger, wherever it is given: first what is said, then the lines of
 * help, where they can be called. The script names them too, so that they are in its words when it is read as text
 * alone; here they stand once.
 */
export function ScriptedCare(props: {
  readonly answer: { readonly text: string; readonly resources: readonly ShownResource[] };
  /** Lines that an earlier answer named; they stay where this one names none. */
  readonly earlier?: readonly ShownResource[];
  /** The country to show lines of; absent where it is not known. */
  readonly country: string | undefined;
  /** Whom the danger is about. */
  readonly about: RiskLatch["about"];
  readonly onCountry: (country: string) => void;
}) {
  const { answer, earlier = [], country, about, onCountry } = props;
  return (
    <>
      <div role="alert">
        {saidBesideLines(answer).map((part, index) => (
          <p key={index}>{part}</p>
        ))}
      </div>
      <HelpLines
        resources={answer.resources.length > 0 ? answer.resources : earlier}
        country={country}
        about={about}
        onCountry={onCountry}
      />
    </>
  );
}
