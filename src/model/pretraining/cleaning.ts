/** Cleaning a text: rules that say what each piece of it becomes, so that the page can mark what changed. */

export const rules = ["unicode", "invisible", "spaces", "case"] as const;
export type Rule = (typeof rules)[number];

/** A piece of a text and what a rule makes of it; equal where it stays as it was. */
export interface Piece {
  readonly before: string;
  readonly after: string;
}

interface Definition {
  /** Everything that the rule looks at; the rest stays. `last`: nothing comes after it. */
  readonly pattern: RegExp;
  readonly becomes: (found: string, last: boolean) => string;
}

const definitions: Readonly<Record<Rule, Definition>> = {
  /** NFC (Unicode Standard Annex 15): a letter and its marks become the one character that there is for both. */
  unicode: {
    pattern: /[\u1100-\u11ff]+|[^\p{M}]\p{M}+|[\u2126\u212a\u212b]|[\uf900-\ufaff]/gu,
    becomes: (found) => found.normalize("NFC"),
  },
  /** Control characters, and those of no width: soft hyphen, zero-width space, byte order mark. */
  invisible: { pattern: /[^\P{Cc}\n\t\r]|[\u00ad\u200b\u2060\ufeff]/gu, becomes: () => "" },
  /** Any row of spaces is one space, at the end of a line none; lines end as on Unix, and none is empty. */
  spaces: {
    pattern: /\s+/gu,
    becomes: (found, last) => (last ? "" : /[\n\r]/.test(found) ? "\n" : " "),
  },
  case: { pattern: /\p{Lu}+/gu, becomes: (found) => found.toLowerCase() },
};

/** The text in pieces, changed and unchanged in turn. */
export function piecesOf(text: string, rule: Rule): readonly Piece[] {
  const { pattern, becomes } = definitions[rule];
  const pieces: Piece[] = [];
  const put = (before: string, after: string) => {
    if (before === "") return;
    const last = pieces.at(-1);
    if (before === after && last && last.before === last.after) {
      pieces[pieces.length - 1] = { before: last.before + before, after: last.after + after };
    } else pieces.push({ before, after });
  };
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const [found] = match;
    const end = match.index + found.length;
    put(text.slice(from, match.index), text.slice(from, match.index));
    put(found, becomes(found, end === text.length));
    from = end;
  }
  put(text.slice(from), text.slice(from));
  return pieces;
}

/** The text after the rules, in their order. */
export function cleaned(text: string, chosen: readonly Rule[]): string {
  return rules
    .filter((rule) => chosen.includes(rule))
    .reduce(
      (now, rule) =>
        piecesOf(now, rule)
          .map(({ after }) => after)
          .join(""),
      text,
    );
}
