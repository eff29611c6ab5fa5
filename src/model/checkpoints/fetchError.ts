/** A file of a checkpoint that did not come; `status` is null where there was no answer, or where it broke off. */
export class FetchError extends Error {
  override readonly name = "FetchError";
  readonly url: string;
  readonly status: number | null;
  constructor(url: string, status: number | null) {
    super(`${url} could not be read (${status ?? "no answer"}).`);
    this.url = url;
    this.status = status;
  }
}
