/**
 * The text with one token replaced: the token's occurrence is found by walking over the tokens before it, so that the
 * second "foo" of "foo foo" is not taken for the first.
 */
export function replaceToken(
  text: string,
  tokens: readonly { readonly text: string }[],
  index: number,
  word: string,
): string {
  let from = 0;
  for (const [at, token] of tokens.entries()) {
    const start = text.indexOf(token.text, from);
    if (start < 0) return text;
    if (at === index) return text.slice(0, start) + word + text.slice(start + token.text.length);
    from = start + token.text.length;
  }
  return text;
}
