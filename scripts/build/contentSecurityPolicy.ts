/**
 * The app's Content-Security-Policy: everything from its own origin, no evaluated text, WebAssembly allowed.
 * Stands in index.html as a meta element and, for workers (which do not inherit it), in the server's headers.
 */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  // React and react-aria set style attributes on elements.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
