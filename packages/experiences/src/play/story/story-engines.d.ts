// What the tests use of two story engines: inkjs's own types do not resolve from an ES module, yarn-bound has none.

declare module "inkjs/full" {
  export class Story {
    constructor(compiled: string);
    ToJson(): string;
    BindExternalFunction(
      name: string,
      run: (...values: (string | number | boolean)[]) => unknown,
      lookaheadSafe?: boolean,
    ): void;
    readonly variablesState: {
      GlobalVariableExistsWithName(name: string): boolean;
      $(name: string, value: string | number | boolean): unknown;
    };
    readonly canContinue: boolean;
    readonly currentChoices: readonly { readonly text: string }[];
    readonly currentTags: readonly string[] | null;
    readonly state: { ToJson(): string; LoadJson(json: string): void };
    Continue(): string | null;
    ChooseChoiceIndex(index: number): void;
  }
  export class Compiler {
    constructor(source: string);
    Compile(): Story;
  }
}

declare module "yarn-bound" {
  interface YarnResult {
    readonly text?: string;
    readonly isDialogueEnd?: boolean;
  }
  class YarnBound {
    constructor(options: {
      readonly dialogue: string;
      readonly functions?: object;
      readonly handleCommand?: (result: { readonly command: string }) => void;
    });
    readonly currentResult: YarnResult | undefined;
    advance(choice?: number): void;
  }
  // eslint-disable-next-line no-restricted-syntax -- It is the package that exports it so.
  export default YarnBound;
}
