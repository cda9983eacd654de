import type { Server } from '../server-parts.ts'

/** The address as people say and type it, without its scheme. */
export function addressSaid(server: Pick<Server, 'at'>): Readonly<{ address?: string }> {
  const at = server.at()
  return at === undefined ? {} : { address: at.replace(/^http:\/\//, '').replace(/:80$/, '') }
}
