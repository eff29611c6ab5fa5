import type { Input, StackToken } from "../../engine/protocol";

type TextInput = Extract<Input, { readonly kind: "text" }>;

/**
 * The input with another text. Tokens before the place that was typed at stay hidden; those after it are other tokens
 * now. `tokens` are those of the text as it was.
 */
export function retype(input: TextInput, text: string, tokens: readonly StackToken[]): TextInput {
  const { masked, ...rest } = input;
  const same = commonStart(input.text, text);
  const kept = (masked ?? []).filter((index) => (tokens[index]?.place?.end ?? Number.POSITIVE_INFINITY) <= same);
  return { ...rest, text, ...(kept.length > 0 && { masked: kept }) };
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
