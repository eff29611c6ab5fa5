import { beforeEach, expect, it, vi } from "vitest";
import { panelsEn } from "./en";
import { panelsZhHans } from "./zh-Hans";

const key = "step.tokenEmbedding.title";

beforeEach(() => vi.resetModules());

it("has the panels' words in both languages where a panel comes after the page has started", async () => {
  const { startI18n, setLanguage } = await import("../index");
  const i18n = startI18n();
  expect(i18n.t(key)).toBe(key);
  await import("./index");
  expect(i18n.t(key)).toBe(panelsEn[key]);
  await setLanguage("zh-Hans");
  expect(i18n.t(key)).toBe(panelsZhHans[key]);
});

it("has them as well where a panel comes before the page starts", async () => {
  await import("./index");
  const { startI18n, setLanguage } = await import("../index");
  const i18n = startI18n();
  await setLanguage("zh-Hans");
  expect(i18n.t(key)).toBe(panelsZhHans[key]);
});
