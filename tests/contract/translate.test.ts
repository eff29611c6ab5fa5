/** The data of the translate model, and what the shipped model makes of it. */
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import { ready, setBackend } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { exactMatch } from "../../scripts/models/exactMatch";
import { readModel } from "../../scripts/models/files";
import { isHeldOut, testSet, trainingSet, unfinishedSet, write } from "../../scripts/translate/corpus";
import { cuts } from "../../scripts/translate/cut";
import {
  adjectives,
  frequencies,
  giving,
  go,
  modals,
  nouns,
  prepositions,
  verbs,
} from "../../scripts/translate/lexicon";
import { type Clause, type NounPhrase, pairsOf, type Sentence } from "../../scripts/translate/meaning";
import { Sampler } from "../../scripts/translate/sample";
import { openModel } from "../../src/engine/loading";
import { readAbout } from "../../src/model/about";
import { readFolder } from "../../src/model/checkpoints/folder";
import { Tokenizer } from "../../src/model/tokenizers/tokenizer";

function found<T extends { readonly en: string }>(list: readonly T[], en: string): T {
  const one = list.find((entry) => entry.en === en);
  if (!one) throw new Error(`There is no ${en}.`);
  return one;
}

const np = (noun: string, more: Partial<NounPhrase> & { adj?: string } = {}): NounPhrase => {
  const { adj, ...rest } = more;
  const adjective = adj ? found(adjectives, adj) : null;
  return { kind: "noun", noun: found(nouns, noun), plural: false, determiner: "the", owner: null, adjective, ...rest };
};
const clause = (subject: Clause["subject"], predicate: Clause["predicate"], more: Partial<Clause> = {}): Clause => ({
  kind: "clause",
  subject,
  predicate,
  mood: "simple",
  negated: false,
  question: false,
  frequency: null,
  time: null,
  contracted: false,
  stop: false,
  ...more,
});
const verb = (en: string, object: NounPhrase | "what" | null = null, more = {}) =>
  ({ kind: "verb", verb: found(verbs, en), object, recipient: null, place: null, ...more }) as const;
const is = (en: string) => ({ kind: "adjective", adjective: found(adjectives, en), degree: null, but: null }) as const;
const i = { kind: "pronoun", pronoun: "i" } as const;
const inside = (place: string) => ({ preposition: found(prepositions, "in"), phrase: np(place) });

/** Written by hand. */
const table: readonly (readonly [Sentence, string, string, string])[] = [
  [
    clause(np("car", { adj: "red" }), is("fast")),
    "the red car is fast",
    "la voiture rouge est rapide",
    "红色 的 车 很 快",
  ],
  [clause(np("car", { plural: true }), is("green")), "the cars are green", "les voitures sont vertes", "车 是 绿色 的"],
  [clause(np("man", { adj: "old" }), verb("sleep")), "the old man sleeps", "le vieil homme dort", "老 男人 睡觉"],
  [
    clause(
      np("friend", { determiner: "i", noun: found(nouns, "aunt") }),
      verb("eat", np("apple", { determiner: "a" })),
    ),
    "my aunt eats an apple",
    "ma tante mange une pomme",
    "我 阿姨 吃 一 个 苹果",
  ],
  [
    clause(i, verb("have", np("dog", { determiner: "a" })), { negated: true }),
    "i do not have a dog",
    "je n' ai pas de chien",
    "我 没有 狗",
  ],
  [
    clause(i, verb("drink", np("water", { determiner: "partitive" }))),
    "i drink water",
    "je bois de l' eau",
    "我 喝 水",
  ],
  [
    clause(np("cat"), verb("sleep", null, { place: inside("garden") }), { mood: "progressive" }),
    "the cat is sleeping in the garden",
    "le chat dort dans le jardin",
    "猫 正在 花园 里 睡觉",
  ],
  [
    clause({ kind: "pronoun", pronoun: "we" }, { kind: "motion", verb: go, place: np("market") }),
    "we go to the market",
    "nous allons au marché",
    "我们 去 市场",
  ],
  [
    clause(np("girl"), verb("read", "what"), { question: true }),
    "what does the girl read ?",
    "qu' est-ce que la fille lit ?",
    "女孩 读 什么 ？",
  ],
  [
    clause(np("boy"), {
      kind: "verb",
      verb: found(giving, "give"),
      object: np("book", { determiner: "a", adj: "new" }),
      recipient: np("child", { plural: true }),
      place: null,
    }),
    "the boy gives a new book to the children",
    "le garçon donne un nouveau livre aux enfants",
    "男孩 给 孩子 们 一 本 新 书",
  ],
  [
    clause(np("dog", { determiner: { count: 3 }, plural: true }), verb("eat", np("meat")), {
      frequency: found(frequencies, "never"),
    }),
    "three dogs never eat the meat",
    "trois chiens ne mangent jamais la viande",
    "三 只 狗 从来 不 吃 肉",
  ],
  [
    clause(np("king"), verb("swim"), { mood: found(modals, "want"), negated: true, contracted: true }),
    "the king doesn't want to swim",
    "le roi ne veut pas nager",
    "国王 不 想 游泳",
  ],
  [
    clause(np("house", { owner: { phrase: np("teacher"), apostrophe: false } }), is("beautiful")),
    "the house of the teacher is beautiful",
    "la maison du professeur est belle",
    "老师 的 房子 很 漂亮",
  ],
  [
    {
      kind: "exists",
      phrase: np("bird", { determiner: "a" }),
      place: inside("forest"),
      negated: true,
      question: false,
      stop: true,
    },
    "there is no bird in the forest .",
    "il n' y a pas d' oiseau dans la forêt .",
    "森林 里 没有 鸟 。",
  ],
  [
    clause({ kind: "and", left: np("mother"), right: np("father") }, is("happy"), { question: true }),
    "are the mother and the father happy ?",
    "est-ce que la mère et le père sont heureux ?",
    "妈妈 和 爸爸 高兴 吗 ？",
  ],
  [
    { kind: "where", subject: np("umbrella", { determiner: "i" }) },
    "where is my umbrella ?",
    "où est mon parapluie ?",
    "我 的 雨伞 在 哪里 ？",
  ],
];

describe("the grammar", () => {
  it.each(table)("says one meaning in three languages: %#", (sentence, en, fr, zh) => {
    expect(write(sentence)).toEqual({ en, fr, zh });
  });

  it("has no adjective whose noun it cannot stand with, and no verb without one", () => {
    for (const adjective of adjectives)
      expect(
        nouns.some((noun) => adjective.of.includes(noun.is)),
        adjective.en,
      ).toBe(true);
    for (const { en, objects } of verbs) {
      for (const wanted of objects)
        expect(
          nouns.some((noun) => noun.is === wanted),
          en,
        ).toBe(true);
    }
  });

  it("makes the same sentences from the same seed", () => {
    expect(trainingSet(50, 3)).toEqual(trainingSet(50, 3));
    expect(trainingSet(50, 3)).not.toEqual(trainingSet(50, 4));
  });

  it("says what is there of a sentence that is still being typed, in three languages", () => {
    const [gives] = table.filter(([, en]) => en === "the boy gives a new book to the children");
    if (!gives) throw new Error("The table has lost its boy.");
    const started = new Map(cuts(gives[0]).map((cut) => [write(cut).en, write(cut)]));
    expect(started.get("the boy gives a")).toMatchObject({ fr: "le garçon donne un", zh: "男孩 给 一" });
    expect(started.get("the boy gives a new <unk>")).toMatchObject({
      fr: "le garçon donne un nouveau <unk>",
      zh: "男孩 给 一 个 新 <unk>",
    });
    expect(started.get("the boy gives a new book to")).toMatchObject({ fr: "le garçon donne un nouveau livre à" });
    // Each is a beginning, whose last word may be one that nobody knows.
    for (const [en, cut] of started) {
      expect(gives[1].startsWith(en.replace(/ ?<unk>$/, "")), en).toBe(true);
      expect(cut.fr.split(" "), en).not.toContain("");
    }
    expect([...started].length).toBeGreaterThan(10);
  });

  it("has no end mark on what is not finished, and the same of the same seed", () => {
    const some = unfinishedSet(500, 3);
    expect(some).toEqual(unfinishedSet(500, 3));
    expect(some.filter(({ en, fr, zh }) => /[?.？。吗]/.test(en + fr + zh))).toEqual([]);
  });

  it("trains on no held-out pair and tests on at least one in every sentence", () => {
    const sampler = new Sampler(5);
    let [held, free] = [0, 0];
    for (let n = 0; n < 3000; n++) {
      if (pairsOf(sampler.sentence()).some(isHeldOut)) held += 1;
      else free += 1;
    }
    expect(held).toBeGreaterThan(200);
    expect(free).toBeGreaterThan(1500);
    const trained = new Set(trainingSet(5000, 1).map(({ en }) => en));
    expect(testSet(1000).filter(({ en }) => trained.has(en))).toEqual([]);
    expect(new Set(testSet(1000).map(({ en }) => en)).size).toBe(1000);
  });
});

describe("the shipped tokenizer", () => {
  const { config, tokenizer, about } = readFolder(readModel("translate"));
  const shipped = new Tokenizer(tokenizer);

  it("knows at least 300 English words", () => {
    expect(Reflect.get(Object(config), "source_token_limit")).toBeGreaterThan(300);
  });

  it("reads every sentence of the test set word by word, in all three languages", () => {
    for (const example of testSet(300)) {
      for (const text of Object.values(example) as string[]) {
        const tokens = shipped.encode(text);
        expect(tokens.map((token) => token.text).join(" "), text).toBe(text);
        expect(
          tokens.every(({ known }) => known),
          text,
        ).toBe(true);
      }
    }
  });

  it("knows every word of the examples that the page offers", () => {
    for (const example of readAbout(about).examples)
      expect(
        shipped.encode(String(example)).filter(({ known }) => !known),
        String(example),
      ).toEqual([]);
  });

  it.each([
    ["Don't", ["Don't"], [true]],
    ["The king's car.", ["The", "king", "'s", "car", "."], [true, true, true, true, true]],
    ["the cat’s hat?", ["the", "cat", "’s", "hat", "?"], [true, true, true, true, true]],
    ["a 👨‍👩‍👧 שלום 3!", ["a", "👨‍👩‍👧", "שלום", "3", "!"], [true, false, false, false, false]],
  ])("shows %s as typed", (text, tokens, known) => {
    const encoded = shipped.encode(text);
    expect(encoded.map((token) => token.text)).toEqual(tokens);
    expect(encoded.map((token) => token.known)).toEqual(known);
  });
});

describe("the shipped model", () => {
  beforeAll(async () => {
    const package_ = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm/package.json");
    setWasmPaths(`${dirname(package_)}/dist/`);
    await setBackend("wasm");
    await ready();
  });

  it("has at most half a million parameters and few bytes", () => {
    const { info, session } = openModel("translate", readModel("translate"));
    expect(info.parameters).toBeLessThanOrEqual(500_000);
    expect(info.bytes).toBeLessThanOrEqual(1_000_000);
    session.dispose();
  });

  it("translates as it is typed, and does not talk on", async () => {
    const { session } = openModel("translate", readModel("translate"));
    let id = 0;
    const translate = async (text: string, language: string) => {
      id += 1;
      const generation = { choosing: { kind: "greedy" }, seed: 0, steps: null } as const;
      const answer = await session.run({ id, input: { kind: "text", text, language }, changes: [], generation });
      if (answer.kind !== "result" || answer.result.outcome.kind !== "sequence") throw new Error(`${text}: no answer.`);
      return answer.result.outcome;
    };
    expect((await translate("the old woman gives a", "fr")).text).toBe("la vieille femme donne un");
    for (const [, en] of table) {
      for (let end = 1; end <= en.length; end++) {
        for (const language of ["fr", "zh"]) {
          const { positions, ended } = await translate(en.slice(0, end), language);
          expect(ended, en.slice(0, end)).toBe(true);
          expect(positions.length, en.slice(0, end)).toBeLessThan(2 * en.slice(0, end).split(" ").length + 6);
        }
      }
    }
    session.dispose();
  });

  it("translates at least 97 of the first 100 held-out sentences exactly, in both languages", async () => {
    const model = openModel("translate", readModel("translate"));
    const { exactMatch: scores } = await exactMatch(model, 100);
    model.session.dispose();
    expect(Object.keys(scores).sort()).toEqual(["fr", "zh"]);
    for (const [language, share] of Object.entries(scores)) expect(share, language).toBeGreaterThanOrEqual(0.97);
  });
});
