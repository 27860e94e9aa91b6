/** Code cut into pieces of the same looks. */

/** A piece of a line, its looks in the light and in the dark theme. */
export interface Token {
  readonly text: string;
  readonly light: TokenLooks;
  readonly dark: TokenLooks;
}

export interface TokenLooks {
  /** As the theme writes them. */
  readonly color?: string | undefined;
  readonly background?: string | undefined;
  /** Shiki's set of bits; -1 where the theme does not say. */
  readonly fontStyle?: number | undefined;
}

export type TokenLines = readonly (readonly Token[])[];
