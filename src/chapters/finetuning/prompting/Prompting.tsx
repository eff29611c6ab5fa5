/** Tasks asked for by a prompt alone: what was measured, and the shipped models to try it with. */
import "../../../i18n/panels";
import { promptingSchema } from "../../../model/prompting/measured";
import { Failed } from "../../chapter/Failed";
import { useJson } from "../../chapter/useJson";
import { Categories } from "./Categories";
import { Letters } from "./Letters";

export function Prompting() {
  const file = useJson("texts/prompting.json", promptingSchema);
  if (file.kind === "failed") return <Failed again={file.again} />;
  if (file.kind === "waiting") return <div className="skeleton" aria-hidden="true" />;
  const { categories, letters, command } = file.value;
  return (
    <>
      <Categories measured={categories} command={command} />
      <Letters measured={letters} command={command} />
    </>
  );
}
