export const SECURITY: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; " +
    "manifest-src 'self'; script-src 'none'; form-action 'self'; base-uri 'none'; " +
    "frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
}

/** The policy of a page that plays a file of this box: it may fetch from here alone. */
export const PLAYING = {
  'content-security-policy': `${SECURITY['content-security-policy']}; media-src 'self'`,
}
/** The policy of a screen’s document, which runs our one script (see ui/screen.ts). */
export const SCREEN: Readonly<Record<string, string>> = {
  'content-security-policy': SECURITY['content-security-policy']!.replace(
    "script-src 'none'",
    "script-src 'self'; connect-src 'self'",
  ),
}

/** The policy of a page with a script of this box: it runs that file alone, nothing inline. */
export const SCRIPTED = {
  'content-security-policy': SECURITY['content-security-policy']!.replace(
    "script-src 'none'",
    "script-src 'self'",
  ),
}
