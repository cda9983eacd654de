export const SECURITY: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; " +
    "script-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
}

/**
 * A page that plays what this box holds may fetch that too, from here alone; nothing else of it is
 * let loose.
 */
export const PLAYING = {
  'content-security-policy': `${SECURITY['content-security-policy']}; media-src 'self'`,
}
/** A screen's own document may run the house's one script; see ui/screen.ts. */
export const SCREEN: Readonly<Record<string, string>> = {
  'content-security-policy': SECURITY['content-security-policy']!.replace(
    "script-src 'none'",
    "script-src 'self'; connect-src 'self'",
  ),
}

/**
 * A page that has a script of this box runs it, and no other: nothing that stands in the page
 * itself, nothing of elsewhere.
 */
export const SCRIPTED = {
  'content-security-policy': SECURITY['content-security-policy']!.replace(
    "script-src 'none'",
    "script-src 'self'",
  ),
}
