/** Made by scripts/build/models.ts. */
declare module "virtual:models" {
  export const models: readonly import("./models").ModelEntry[];
}
