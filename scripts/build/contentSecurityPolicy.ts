/**
 * The app's Content-Security-Policy: everything from its own origin, no evaluated text, WebAssembly allowed. The page
 * alone may fetch from elsewhere, since a visitor may name a model's address; its workers may not.
 */
const policy = (connect: string) =>
  [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self' blob:",
    // React and react-aria set style attributes on elements.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src ${connect}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/** A meta element in index.html. */
export const pagePolicy = policy("'self' https: http://localhost:* http://127.0.0.1:*");
/** In the headers of scripts: workers do not inherit the page's. */
export const workerPolicy = policy("'self'");
