/**
 * Text to tokens and back, through `@huggingface/tokenizers`. Adds what a reader needs to see and the library forgets:
 * where each token stands in the text as typed, and the word that "unknown" was. Knows nothing of tensors or the page.
 */
import { Tokenizer as Library } from "@huggingface/tokenizers";
import { Fault, shown } from "../fault";
import { normalise, type Span, spanOf } from "./alignment";
import { bytesOf, readable, textOfBytes } from "./byteLevel";
import { readTokenizerFile, type TokenizerFile } from "./file";

/** A row of the vocabulary. */
export type TokenId = number & { readonly brand: "TokenId" };

export interface Token {
  readonly id: TokenId;
  /** As typed where that is known, else as the vocabulary has it; bytes that are no character as "⟨E4 BD⟩". */
  readonly text: string;
  /** What a token of a byte-level vocabulary stands for; null for any other. */
  readonly bytes: Uint8Array | null;
  /** False where the model reads "unknown" instead. */
  readonly known: boolean;
  /** Place in the text, in UTF-16 units; absent for tokens that stand for no piece of it alone (such as `[CLS]`). */
  readonly start?: number;
  readonly end?: number;
}

/** A token string of the library and the piece of text that it came from. */
interface Piece {
  readonly token: string;
  readonly span: Span | null;
}

export class Tokenizer {
  private readonly library: Library;
  private readonly file: TokenizerFile;
  /** "as typed" is looked for before the added tokens are split off, so their contents are needed here. */
  private readonly added: ReadonlyMap<string, TokenId>;
  private readonly addedPattern: RegExp | null;
  private readonly byteLevel: boolean;
  private readonly unknown: string | null;

  /** `json` is a parsed tokenizer.json; throws a Fault where it cannot be used. */
  constructor(json: unknown) {
    this.file = readTokenizerFile(json);
    const { model, added_tokens } = this.file;
    this.unknown = model.unk_token ?? null;
    try {
      this.library = new Library(
        { normalizer: null, pre_tokenizer: null, post_processor: null, decoder: null, ...this.file },
        // The library reads word-level's unknown token from here; spaces are the decoder's business alone.
        { unk_token: this.unknown ?? undefined, clean_up_tokenization_spaces: false },
      );
    } catch (error) {
      throw new Fault("fault.tokenizer.library", { message: error instanceof Error ? error.message : String(error) });
    }
    this.added = new Map(added_tokens.map(({ content, id }) => [content, id as TokenId]));
    const contents = [...this.added.keys()].sort((a, b) => b.length - a.length);
    this.addedPattern =
      contents.length > 0
        ? new RegExp(`(${contents.map((text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("|")})`)
        : null;
    this.byteLevel = JSON.stringify([this.file.pre_tokenizer, this.file.decoder]).includes('"ByteLevel"');
  }

  /** Ids are 0 to this, not included. */
  get vocabularySize(): number {
    return this.library.model?.vocab.length ?? 0;
  }

  /** The id that stands for any word outside the vocabulary; null where nothing is outside. */
  get unknownId(): TokenId | null {
    return this.unknown === null ? null : this.id(this.unknown);
  }

  /** Every token with its id, added ones included. */
  vocabulary(): ReadonlyMap<string, TokenId> {
    const words = new Map<string, TokenId>();
    for (const [token, id] of Object.entries(this.file.model.vocab)) words.set(token, id as TokenId);
    for (const [token, id] of this.added) words.set(token, id);
    return words;
  }

  /** The id of a token of the vocabulary; null where there is none. */
  id(token: string): TokenId | null {
    const found = this.library.token_to_id(token);
    return found === undefined ? null : (found as TokenId);
  }

  /** Special tokens (such as `<end>` or `[CLS]`) are none of a reader's words. */
  isSpecial(id: number): boolean {
    return this.file.added_tokens.some((token) => token.id === id && token.special);
  }

  /** The tokens that the model reads for a text, the post-processor's own included. */
  encode(text: string): Token[] {
    // A lone half of a character is none that any vocabulary holds; JavaScript alone lets it through.
    const whole = text.replace(/\p{Surrogate}/gu, "\ufffd");
    const { ids, tokens } = this.library.encode(whole);
    const pieces = this.align(whole, tokens);
    return ids.map((id: number | undefined, index): Token => {
      const piece = pieces[index];
      const token = tokens[index] ?? "";
      const known = this.isKnown(token, piece?.span ? text.slice(piece.span.start, piece.span.end) : null);
      const read = id ?? this.id(this.unknown ?? "");
      if (read === null) throw new Fault("fault.tokenizer.noId", { token: shown(token) });
      const bytes = this.bytesOf(token);
      if (!piece?.span) return { id: read as TokenId, text: known ? this.shown(token) : token, bytes, known };
      const { start, end } = piece.span;
      return { id: read as TokenId, text: text.slice(start, end), bytes, known, start, end };
    });
  }

  /** The text of a sequence of ids, special tokens left out. Ids that the vocabulary lacks are left out as well. */
  decode(ids: readonly number[]): string {
    const inside = ids.filter((id) => this.library.id_to_token(id) !== undefined);
    if (this.byteLevel) return this.decodeBytes(inside);
    // The library refuses an empty list.
    return inside.length > 0 ? this.library.decode(inside, { skip_special_tokens: true }) : "";
  }

  /** One token as a reader sees it; "" for an id that the vocabulary lacks. */
  tokenText(id: number): string {
    const token = this.library.id_to_token(id);
    return token === undefined ? "" : this.shown(token);
  }

  /** What a token stands for in a byte-level vocabulary; null in any other, and for "" or an added token. */
  tokenBytes(id: number): Uint8Array | null {
    return this.bytesOf(this.library.id_to_token(id) ?? "");
  }

  private bytesOf(token: string): Uint8Array | null {
    return this.byteLevel && token !== "" && !this.added.has(token) ? bytesOf(token) : null;
  }

  private shown(token: string): string {
    const bytes = this.bytesOf(token);
    return bytes ? readable(bytes) : token;
  }

  /** The characters of all tokens together, since one may end in the middle of one; what ends nowhere is shown as bytes. */
  private decodeBytes(ids: readonly number[]): string {
    let text = "";
    let open: number[] = [];
    for (const id of ids) {
      const bytes = this.tokenBytes(id);
      if (bytes) {
        open.push(...bytes);
        continue;
      }
      text += readable(Uint8Array.from(open));
      open = [];
      if (!this.isSpecial(id)) text += this.library.id_to_token(id) ?? "";
    }
    return text + readable(Uint8Array.from(open));
  }

  /** "Unknown" typed as such is known; as the library's answer to another word it is not. */
  private isKnown(token: string, typed: string | null): boolean {
    if (this.id(token) === null) return false;
    return token !== this.unknown || typed === this.unknown;
  }

  /**
   * For every token of the library its piece of the text. The same steps are taken as in the library, a word at a time;
   * where they disagree with it after all (an unusual tokenizer), no places are told rather than wrong ones.
   */
  private align(text: string, tokens: readonly string[]): readonly Piece[] {
    const own: Piece[] = [];
    let place = 0;
    for (const section of this.addedPattern ? text.split(this.addedPattern) : [text]) {
      if (this.added.has(section)) own.push({ token: section, span: { start: place, end: place + section.length } });
      else if (section !== "") this.alignSection(section, place, own);
      place += section.length;
    }
    const aside = tokens.length - own.length;
    for (let before = 0; before <= aside; before++) {
      // The post-processor adds tokens before and after.
      if (own.every((piece, index) => piece.token === tokens[before + index])) {
        return tokens.map((token, index) => own[index - before] ?? { token, span: null });
      }
    }
    return tokens.map((token) => ({ token, span: null }));
  }

  private alignSection(section: string, offset: number, pieces: Piece[]): void {
    const { normalizer, pre_tokenizer: preTokenizer, model } = this.library;
    const normal = normalise(section, normalizer ? (text) => normalizer.normalize(text) : null);
    const whole = normal?.text ?? normalizer?.normalize(section) ?? section;
    const words = preTokenizer ? preTokenizer.pre_tokenize(whole, { section_index: offset === 0 ? 0 : 1 }) : [whole];
    let cursor = 0;
    for (const word of words) {
      const surface = this.surface(word);
      const found = this.find(whole, surface, cursor);
      const tokens = model?.encode([word]) ?? [];
      if (normal === null || found === null) {
        for (const token of tokens) pieces.push({ token, span: null });
        continue;
      }
      cursor = found.to;
      for (const { token, from, to } of this.within(tokens, whole.slice(found.from, found.to))) {
        const span = from === null ? null : spanOf(normal, found.from + from, found.from + to);
        pieces.push({ token, span: span && { start: span.start + offset, end: span.end + offset } });
      }
    }
  }

  /** What a word or token looks like in the text: without the marks that tokenizers put to its start and end. */
  private surface(token: string): string {
    if (this.byteLevel) return textOfBytes(token) ?? token;
    const { model } = this.file;
    if (model.type === "WordPiece" && token.startsWith(model.continuing_subword_prefix)) {
      return token.slice(model.continuing_subword_prefix.length);
    }
    const suffix = this.library.model?.end_of_word_suffix;
    const bare = suffix && token.endsWith(suffix) ? token.slice(0, -suffix.length) : token;
    return bare.replaceAll("▁", " ");
  }

  private find(text: string, surface: string, cursor: number): { from: number; to: number } | null {
    for (const wanted of [surface, surface.trimStart()]) {
      const from = text.indexOf(wanted, cursor);
      if (from >= 0) return { from, to: from + wanted.length };
    }
    return null;
  }

  /** Places of a word's tokens within it; from null where a token is no piece of text of its own. */
  private within(tokens: readonly string[], word: string): { token: string; from: number | null; to: number }[] {
    if (tokens.length === 1) return tokens.map((token) => ({ token, from: 0, to: word.length }));
    if (this.byteLevel) return withinBytes(tokens, word);
    let cursor = 0;
    let lost = false;
    return tokens.map((token) => {
      const surface = token === this.unknown ? (Array.from(word.slice(cursor))[0] ?? "") : this.surface(token);
      const own = word.startsWith(surface, cursor) ? surface : surface.trimStart();
      lost ||= own === "" || !word.startsWith(own, cursor);
      if (lost) return { token, from: null, to: 0 };
      cursor += own.length;
      return { token, from: cursor - own.length, to: cursor };
    });
  }
}

/** Places of a word's byte-level tokens, counted in bytes; from null for a token that is only part of a character. */
function withinBytes(tokens: readonly string[], word: string): { token: string; from: number | null; to: number }[] {
  /** Where each byte that starts a character stands in the word, in UTF-16 units; and the word's end. */
  const starts = new Map<number, number>();
  const encoder = new TextEncoder();
  let [bytes, units] = [0, 0];
  for (const character of word) {
    starts.set(bytes, units);
    bytes += encoder.encode(character).length;
    units += character.length;
  }
  starts.set(bytes, units);
  // A space that the pre-tokenizer put before the text is no piece of it.
  let cursor = bytes - tokens.reduce((sum, token) => sum + token.length, 0);
  return tokens.map((token) => {
    const [from, to] = [starts.get(Math.max(0, cursor)), starts.get(cursor + token.length)];
    cursor += token.length;
    return from === undefined || to === undefined ? { token, from: null, to: 0 } : { token, from, to };
  });
}
