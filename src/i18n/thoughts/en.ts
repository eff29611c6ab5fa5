/** What is said around the logit lens and the attribution of logits, in English. */
export const thoughtsEn = {
  "thoughts.lens.title": "What it would say if it stopped here",
  "thoughts.lens.what":
    "The residual stream is read after every sublayer as if it were already the last one: through the model’s own final steps. Each cell is the token that would win, and the stronger its colour, the more certain. Read downwards from the embedding to watch the answer form.",
  "thoughts.lens.note":
    "This is the logit lens. The model never reads its own stream this way before the end, so what stands in early rows is a hint, not a thought that it has.",
  "thoughts.lens.probability": "probability",
  "thoughts.after": "block {{layer}} · {{part}}",
  "thoughts.parts.title": "Which parts speak for it",
  "thoughts.parts.what":
    "Every part wrote something into the residual stream, and the logit is a sum over what they wrote. The final layer norm’s scale is held at its value, so the parts add up exactly to the logit.",
  "thoughts.parts.token": "Token:",
  "thoughts.parts.sum": "logit of “{{token}}”",
  "thoughts.parts.postNorm":
    "This model normalises the residual stream after every addition (post-norm), so what an early part wrote is scaled again by each norm that follows. Contributions of its parts do not add up to the logit, and a bar chart of them would lie. The table above is what can be said. A pre-norm model such as the dictionary shows the sum.",
  "thoughts.parts.head":
    "Between the residual stream and the logits of this model stands a layer that is not linear, so contributions of its parts do not add up to the logit, and a bar chart of them would lie. The table above is what can be said.",
} as const;
