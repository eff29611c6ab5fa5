/**
 * What each step does and why it is there, in English: title, what, why, by the step's role. The letters in holes are the
 * sizes of the model at hand.
 */
export const stepsEn = {
  "step.tokenEmbedding.title": "Each token becomes a row of numbers",
  "step.tokenEmbedding.what":
    "The token’s id chooses one row of {{C}} numbers from the embedding table. Nothing is calculated: it is a look-up.",
  "step.tokenEmbedding.why":
    "A network can only calculate with numbers. The rows are learned, so tokens that are used alike come to have similar rows. The same token has the same row wherever it stands; its context comes in later.",
  "step.scaledEmbedding.title": "Multiply the embedding by √{{C}}",
  "step.scaledEmbedding.what": "Every number of the embedding is multiplied by √{{C}}.",
  "step.scaledEmbedding.why":
    "The 2017 paper does so without giving a reason. The usual one: the table starts out with small numbers, and without the factor the positions, which lie between −1 and 1, would drown them.",
  "step.segmentEmbedding.title": "A row for the first or the second text",
  "step.segmentEmbedding.what": "Each token’s segment number chooses a row of {{C}} numbers from a small table.",
  "step.segmentEmbedding.why":
    "BERT reads one text or two at once. This row tells it which of them a token belongs to.",
  "step.withSegment.title": "Token plus segment",
  "step.withSegment.what": "The two rows are added, cell by cell.",
  "step.withSegment.why":
    "A sum keeps the width at {{C}}. In so many dimensions the model can learn to keep the two parts apart.",
  "step.patchEmbedding.title": "Each patch becomes a row of numbers",
  "step.patchEmbedding.what":
    "The pixels of each patch are multiplied by one matrix, the same for all patches, and give {{C}} numbers.",
  "step.patchEmbedding.why":
    "A Transformer reads a sequence of vectors, whatever they stand for. This makes such a sequence of a picture, as the embedding does of words.",
  "step.withClassToken.title": "Put the class token in front",
  "step.withClassToken.what": "One learned vector, the same for every picture, is placed before the patches.",
  "step.withClassToken.why":
    "It belongs to no patch, so it is free to gather what matters from all of them. At the end the answer is read off it.",
  "step.positionSinusoid.title": "Waves that say where a token stands",
  "step.positionSinusoid.what":
    "Each position gets {{C}} numbers: sines and cosines of its number, from fast waves in the first cells to very slow ones in the last. None of them is learned.",
  "step.positionSinusoid.why":
    "Attention by itself does not see order. The waves give every position a pattern of its own, and to move on by a fixed distance is the same rotation of each pair of cells everywhere, which makes distances easy to pick up.",
  "step.positionLearned.title": "A learned row for each position",
  "step.positionLearned.what": "The first position takes row 0 of a table, the next one row 1, and so on.",
  "step.positionLearned.why":
    "Attention by itself does not see order. These rows are learned like any other weight. The table ends somewhere, and the model cannot read anything longer.",
  "step.addPosition.title": "Token plus position",
  "step.addPosition.what": "The position’s row is added to the token’s, cell by cell.",
  "step.addPosition.why":
    "From here on the same token in another place is another vector, so that attention can take the order into account.",
  "step.embeddingNorm.title": "Normalise before the first block",
  "step.embeddingNorm.what":
    "Each token’s {{C}} numbers are shifted and scaled to mean 0 and variance 1, then multiplied by a learned gain and moved by a learned bias.",
  "step.embeddingNorm.why":
    "BERT does this once to its summed embeddings, so that the first block gets numbers of a steady size.",

  "step.preNorm.title": "Normalise before the sublayer",
  "step.preNorm.what":
    "Each token’s {{C}} numbers, on their own, are shifted and scaled to mean 0 and variance 1, then multiplied by a learned gain and moved by a learned bias.",
  "step.preNorm.why":
    "The sublayer gets numbers of a steady size, while the residual stream beside it stays as it is. Deep models train more easily this way than with the norm after the addition.",
  "step.postNorm.title": "Normalise the sum",
  "step.postNorm.what":
    "Each token’s {{C}} numbers, on their own, are shifted and scaled to mean 0 and variance 1, then multiplied by a learned gain and moved by a learned bias.",
  "step.postNorm.why":
    "After every addition the stream itself is brought back to a steady size, as in the 2017 paper. Deep models of this kind must begin their training with small steps.",
  "step.finalNorm.title": "Normalise once more",
  "step.finalNorm.what":
    "After the last block each token’s {{C}} numbers are shifted and scaled to mean 0 and variance 1, then multiplied by a learned gain and moved by a learned bias.",
  "step.finalNorm.why":
    "What reads them next gets numbers of a steady size. Where norms stand before the sublayers, the stream itself has not been normalised until now; where they stand after, this one could be left out, but PyTorch has it.",

  "step.query.title": "Queries: what each token looks for",
  "step.query.what": "Each token’s {{C}} numbers are multiplied by the query matrix, and a bias is added.",
  "step.query.why":
    "Every query is about to be compared with every key. “Looks for” is a figure of speech: it is a linear map, and training has made it one that helps to predict.",
  "step.key.title": "Keys: what each token can be found by",
  "step.key.what": "The same input is multiplied by another matrix, the key matrix.",
  "step.key.why":
    "A query reads most from the tokens whose keys point its way. As queries and keys have matrices of their own, one token can read from another without being read by it.",
  "step.value.title": "Values: what each token passes on",
  "step.value.what": "The same input is multiplied by a third matrix, the value matrix.",
  "step.value.why": "Keys decide how much is read from a token; values decide what is read.",
  "step.crossQuery.title": "Queries from what is written so far",
  "step.crossQuery.what": "Each written token’s {{C}} numbers are multiplied by the query matrix, and a bias is added.",
  "step.crossQuery.why":
    "In cross-attention the decoder asks and the encoder’s output answers. It is the only way from the source into the decoder.",
  "step.crossKey.title": "Keys from the encoder’s output",
  "step.crossKey.what": "The encoder’s output is multiplied by the key matrix: one key for each token of the source.",
  "step.crossKey.why":
    "The source does not change while the output is written, so these keys are the same for every token that is written.",
  "step.crossValue.title": "Values from the encoder’s output",
  "step.crossValue.what":
    "The encoder’s output is multiplied by the value matrix: one value for each token of the source.",
  "step.crossValue.why":
    "What the decoder takes over is a mix of these vectors. Each already carries its token’s context, because the encoder has read the whole source.",
  "step.splitHeads.title": "Cut into {{H}} heads",
  "step.splitHeads.what": "The {{C}} numbers are cut into {{H}} pieces of {{D}}. Nothing is calculated.",
  "step.splitHeads.why":
    "Each head compares its own {{D}} numbers and so has an attention pattern of its own. One head with all {{C}} numbers would take as many multiplications, but have a single pattern.",
  "step.scores.title": "How well does each query fit each key?",
  "step.scores.what":
    "In each head, every query and every key are multiplied number by number, and the {{D}} products are added up: a dot product.",
  "step.scores.why":
    "It is large where the two point the same way and are long. All pairs are computed at once, as one matrix product, so the work grows with the number of queries times the number of keys.",
  "step.scaledScores.title": "Divide by √{{D}}",
  "step.scaledScores.what": "Every score is divided by the square root of {{D}}, the head’s width.",
  "step.scaledScores.why":
    "A sum of {{D}} products of independent numbers of mean 0 and variance 1 has variance {{D}}. Undivided, the scores of wide heads would start out so large that the softmax gave nearly all weight to one key and let hardly any gradient through.",
  "step.maskFuture.title": "Hide what comes later",
  "step.maskFuture.what":
    "−10⁹ is added to the score of every key that stands after its query. After the softmax its weight is exactly 0.",
  "step.maskFuture.why":
    "In training the model predicts the next token at every position at once. If it could look ahead, it would only copy the answer.",
  "step.maskPadding.title": "Hide the padding",
  "step.maskPadding.what":
    "−10⁹ is added to the score of every key that is padding. After the softmax its weight is exactly 0.",
  "step.maskPadding.why":
    "Texts of one batch are filled up to the same length. The filling must not be read as if it were text.",
  "step.maskBoth.title": "Hide what comes later, and the padding",
  "step.maskBoth.what":
    "−10⁹ is added to the score of every key that stands after its query, and of every key that is padding. After the softmax its weight is exactly 0.",
  "step.maskBoth.why":
    "A model that could look ahead would only copy the answer in training; and what fills a text up to the batch’s length must not be read.",
  "step.pattern.title": "Scores become weights that add up to 1",
  "step.pattern.what":
    "Each row of scores goes through a softmax: e to the power of each score, divided by the sum of these over the row.",
  "step.pattern.why":
    "Now every query has a share for every key: the attention weights. A score that is higher by 1 gets e ≈ 2.72 times the weight. A weight says how much is read, not how much that matters for the answer.",
  "step.headOutput.title": "Mix the values",
  "step.headOutput.what":
    "For each query, every value vector is multiplied by its weight, and the results are added up: a weighted mean.",
  "step.headOutput.why":
    "This is where one token takes something over from others. The steps before only decide how much; norms, projections and the feed-forward layer work on each token alone.",
  "step.merged.title": "Put the heads side by side",
  "step.merged.what": "The {{H}} results of {{D}} numbers become one row of {{C}} again. Nothing is calculated.",
  "step.merged.why": "The matrix that follows can then draw on all heads at once.",
  "step.attentionOutput.title": "What the heads write",
  "step.attentionOutput.what": "The row is multiplied by the output matrix, and a bias is added.",
  "step.attentionOutput.why":
    "It decides what the heads write into the residual stream. Each head has {{D}} rows of this matrix to itself, so the result is a sum of one contribution from each head, and the bias.",

  "step.addAttention.title": "Add it to the residual stream",
  "step.addAttention.what": "What attention computed is added to the token’s vector, cell by cell.",
  "step.addAttention.why":
    "A sublayer corrects the vector and does not replace it. A sum also hands the gradient on undiminished, which is what makes deep stacks trainable.",
  "step.addCross.title": "Add what came from the source",
  "step.addCross.what": "What cross-attention computed is added to the token’s vector, cell by cell.",
  "step.addCross.why":
    "The vector now holds both what is written so far and what was read from the source. Nothing of it was replaced.",
  "step.addFeedForward.title": "Add what the feed-forward layer computed",
  "step.addFeedForward.what": "What the feed-forward layer computed is added to the token’s vector, cell by cell.",
  "step.addFeedForward.why":
    "Again a correction and no replacement: whatever the next block does not touch runs through to the end.",
  "step.ffnPre.title": "Widen to {{F}} numbers",
  "step.ffnPre.what": "Each token’s {{C}} numbers are multiplied by a matrix and give {{F}} numbers; a bias is added.",
  "step.ffnPre.why":
    "Each of the {{F}} numbers is a dot product with one learned direction: a detector of something in the vector. Every token is treated alike, and without a look at the others.",
  "step.ffnHidden.title": "Let some through and not others",
  "step.ffnHidden.what":
    "The activation function is applied to each number on its own. Large ones pass; those well below 0 are held back.",
  "step.ffnHidden.why":
    "Without it the two matrices of the feed-forward layer would be no more than one. It is what lets the layer compute more than a linear map.",
  "step.ffnOutput.title": "Back to {{C}} numbers",
  "step.ffnOutput.what": "The {{F}} numbers are multiplied by a second matrix and give {{C}} numbers; a bias is added.",
  "step.ffnOutput.why":
    "Each detector that fired writes its own row of this matrix, as strongly as it fired. In most Transformers these two matrices hold the larger part of a block’s weights.",

  "step.firstToken.title": "Take the first token’s vector",
  "step.firstToken.what": "Only the vector at the first position is kept.",
  "step.firstToken.why":
    "The first token carries no content of its own, so training has made it the place where the whole input is summed up.",
  "step.headPre.title": "A last layer for filling gaps",
  "step.headPre.what": "Each token’s {{C}} numbers are multiplied by a matrix, and a bias is added.",
  "step.headPre.why":
    "The blocks describe each token in its context. This layer turns the description into a vector that can be held against every word of the embedding table.",
  "step.headHidden.title": "The activation of the head",
  "step.headHidden.what": "The activation function is applied to each number on its own.",
  "step.headHidden.why": "It lets the head compute more than a linear map, as in the feed-forward layer.",
  "step.headNorm.title": "Normalise the head’s result",
  "step.headNorm.what":
    "Each token’s {{C}} numbers are shifted and scaled to mean 0 and variance 1, then multiplied by a learned gain and moved by a learned bias.",
  "step.headNorm.why": "The comparison with the embedding table gets numbers of a steady size.",
  "step.pooler.title": "A linear layer on the first token",
  "step.pooler.what": "The first token’s {{C}} numbers are multiplied by a matrix, and a bias is added.",
  "step.pooler.why": "It turns the summary of the whole input into what the classifier needs.",
  "step.poolerHidden.title": "Press each number into −1 to 1",
  "step.poolerHidden.what": "The hyperbolic tangent is applied to each number on its own.",
  "step.poolerHidden.why":
    "BERT was built with it. It keeps the classifier’s input small; later models often do without.",
  "step.unembedding.title": "Turn the embedding table on its side",
  "step.unembedding.what": "Rows become columns. Nothing is calculated.",
  "step.unembedding.why":
    "Input and output share one table: a token’s score will be the dot product of the final vector with that token’s own embedding. This saves a second table of {{V}} rows.",
  "step.logits.title": "A score for each token of the vocabulary",
  "step.logits.what":
    "At every position the {{C}} numbers are multiplied with one column for each of the {{V}} tokens: {{V}} dot products.",
  "step.logits.why":
    "These scores are called logits. They can be any number; only their differences count, because the softmax cancels whatever all of them share.",
  "step.classLogits.title": "A score for each class",
  "step.classLogits.what":
    "The {{C}} numbers are multiplied with one column for each of the {{K}} classes, and a bias is added.",
  "step.classLogits.why":
    "These scores are called logits. They can be any number; only their differences count, because the softmax cancels whatever all of them share.",
  "step.probabilities.title": "Scores become probabilities",
  "step.probabilities.what":
    "At every position the {{V}} scores go through a softmax: e to the power of each, divided by the sum of these.",
  "step.probabilities.why":
    "The results lie between 0 and 1 and add up to 1: how likely the model takes each token to be. A model can be sure and wrong.",
  "step.classProbabilities.title": "Scores become probabilities",
  "step.classProbabilities.what":
    "The {{K}} scores go through a softmax: e to the power of each, divided by the sum of these.",
  "step.classProbabilities.why":
    "The results lie between 0 and 1 and add up to 1: how likely the model takes each class to be. A model can be sure and wrong.",
} as const;
