/** What is said around the outputs of layers, in English. */
export const layersEn = {
  "layers.stack": "Stack",
  "layers.stack.help": "Whose tokens and blocks are shown.",
  "layers.kind": "Which numbers",
  "layers.kind.stream": "residual stream",
  "layers.kind.ffnHidden": "feed-forward units",
  "layers.kind.stream.help": "What every sublayer reads and adds to.",
  "layers.kind.ffnHidden.help": "The wide layer inside each feed-forward sublayer, after its activation.",
  "layers.vectors.title": "Every token’s vector",
  "layers.vectors.what":
    "A row is a token, a column one dimension of its vector. Move the slider from the embedding to the last block and watch what each sublayer changes. Each layer has a scale of its own, shown below it.",
  "layers.norms.title": "How long the vectors are",
  "layers.norms.what":
    "The length (Euclidean norm) of each token’s vector along the depth of the model. In a pre-norm model it tends to grow, since every sublayer adds to it; a post-norm model brings it back after each addition.",
  "layers.likeness.title": "Which tokens become alike",
  "layers.likeness.what":
    "The cosine of the angle between every two tokens’ vectors: 1 is the same direction, 0 unrelated, −1 opposite. At the start a vector is only a token and its position, and tokens that are used alike can be alike already; later, what the blocks have read around them counts too.",
  "layers.places.title": "Where the tokens move",
  "layers.places.what":
    "The two directions in which the vectors of all layers differ most (principal components). Two dimensions cannot show everything: how much of the spread they hold is said below.",
  "layers.positions.title": "What the positions add",
  "layers.positions.what":
    "The numbers that are added to each token for the place where it stands: as curves along the text, one dimension each, and as a heatmap.",
} as const;
