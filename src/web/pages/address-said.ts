import type { Server } from '../server-parts.ts'

/** The address as people say and type it, without its scheme; that of the same pages by https. */
export function addressSaid(
  server: Pick<Server, 'at' | 'tlsPort'>,
): Readonly<{ address?: string; secureAddress?: string }> {
  const at = server.at()
  if (at === undefined) return {}
  const secureAddress = secureAddressOf(server)
  return {
    address: at.replace(/^http:\/\//, '').replace(/:80$/, ''),
    ...(secureAddress === undefined ? {} : { secureAddress }),
  }
}

/** `https://10.10.10.10:8443`; undefined without https, or where no network leads here. */
export function secureAddressOf(server: Pick<Server, 'at' | 'tlsPort'>): string | undefined {
  const port = server.tlsPort()
  const host = server.at()?.replace(/:\d+$/, '').replace('http:', 'https:')
  return port && host ? `${host}${port === 443 ? '' : `:${port}`}` : undefined
}
