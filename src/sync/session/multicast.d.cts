import type { EventEmitter } from 'node:events'

/**
 * A record of DNS as it is said on the wire: of `SRV` the data is `{port, target}`, of `TXT` a list
 * of bytes, else a text.
 */
export type Spoken = Readonly<{ name: string; type: string; ttl?: number; data: unknown }>
export type Packet = Readonly<{
  questions?: readonly Readonly<{ name: string; type: string }>[]
  answers?: readonly Spoken[]
  additionals?: readonly Spoken[]
}>
export type Multicast = EventEmitter &
  Readonly<{
    query: (name: string, type: string) => void
    respond: (packet: Packet, done?: () => void) => void
    destroy: (done?: () => void) => void
  }>
export type MulticastOf = Readonly<{
  interface?: string
  bind?: string
  port?: number
  socket?: EventEmitter
}>
export declare const multicast: () => ((of: MulticastOf) => Multicast) | undefined
