/**
 * The Yjs update that a prose write holds, or undefined when it was forgotten or is something else.
 */
export function proseUpdate(value: unknown): Uint8Array | undefined {
  const held = (value as { yjs?: unknown } | null | undefined)?.yjs
  return typeof held === 'string' ? Buffer.from(held, 'base64') : undefined
}
