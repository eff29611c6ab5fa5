import type { ModelConfig } from "../../model/config";
import { planOf } from "../../model/forward/plan";
import type { AttentionId } from "../../model/names";
import { type Look, stages } from "../../state/look";

/** Which numbers an attention of this model goes through, in order: not every attention is masked. */
export function stagesOf(config: ModelConfig, { stack, layer, part }: AttentionId): readonly Look["stage"][] {
  return planOf(config).flatMap(({ name }) => {
    const here = name.stack === stack && name.layer === layer && name.part === part;
    return here ? stages.filter((stage) => stage === name.value) : [];
  });
}
