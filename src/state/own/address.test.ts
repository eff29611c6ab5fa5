import { describe, expect, it } from "vitest";
import { placeOf } from "./address";

const hub = "https://huggingface.co/";

describe("where a model is", () => {
  it.each([
    ["gpt2", `${hub}gpt2/resolve/main/`, "gpt2"],
    [" openai-community/gpt2 ", `${hub}openai-community/gpt2/resolve/main/`, "gpt2"],
    [`${hub}openai-community/gpt2`, `${hub}openai-community/gpt2/resolve/main/`, "gpt2"],
    [`${hub}a/b/tree/v1.0`, `${hub}a/b/resolve/v1.0/`, "b"],
    [`${hub}a/b/blob/main/config.json`, `${hub}a/b/resolve/main/`, "b"],
    ["https://example.org/models/mine", "https://example.org/models/mine/", "mine"],
    ["https://example.org/models/mine/model.safetensors", "https://example.org/models/mine/", "mine"],
    ["https://example.org", "https://example.org/", "example.org"],
    ["https://example.org/my%20model/", "https://example.org/my%20model/", "my model"],
    ["https://example.org/%E0%A4%A/", "https://example.org/%E0%A4%A/", "%E0%A4%A"],
    ["http://localhost:8000/m/", "http://localhost:8000/m/", "m"],
    ["http://127.0.0.1:8000/m/", "http://127.0.0.1:8000/m/", "m"],
  ])("%s", (typed, url, title) => {
    expect(placeOf(typed)).toEqual({ url, title });
  });

  it.each([
    "",
    "a/b/c",
    "two words",
    "http://example.org/m/",
    "ftp://example.org/m/",
    "javascript:alert(1)",
    "data:text/plain,x",
    `${hub}`,
    `${hub}a/b/c`,
    `${hub}a b/c`,
  ])("refuses %j", (typed) => {
    expect(placeOf(typed)).toBeNull();
  });
});
