/** One statement of the Experience API 1.0.3 (IEEE 9274.1.1 keeps these parts), as far as the tutor writes them. */
export interface XapiStatement {
  /** A UUID; where it is missing, the record store gives one. */
  readonly id?: string;
  readonly actor: {
    readonly objectType: "Agent";
    /** A pseudonym at a home page: no name and no address. */
    readonly account: { readonly homePage: string; readonly name: string };
  };
  readonly verb: { readonly id: string; readonly display: Readonly<Record<string, string>> };
  readonly object: XapiActivity;
  readonly result?: {
    readonly success?: boolean;
    readonly completion?: boolean;
    readonly response?: string;
    /** ISO 8601, to a hundredth of a second. */
    readonly duration?: string;
    readonly score?: { readonly scaled: number };
  };
  readonly context: {
    readonly registration?: string;
    readonly platform: string;
    readonly language: string;
    readonly contextActivities: { readonly parent: readonly XapiActivity[] };
  };
  /** ISO 8601, UTC. */
  readonly timestamp: string;
}

/** What a statement is about. */
export interface XapiActivity {
  readonly objectType: "Activity";
  readonly id: string;
  readonly definition: {
    readonly type: string;
    readonly name: Readonly<Record<string, string>>;
    readonly interactionType?: "choice" | "numeric" | "fill-in";
    readonly correctResponsesPattern?: readonly string[];
    readonly choices?: readonly {
      readonly id: string;
      readonly description: Readonly<Record<string, string>>;
    }[];
  };
}
