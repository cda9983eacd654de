import { cpuUsage } from 'node:process'

/**
 * What this process has spent of the processor: what a piece of work costs, however busy with other
 * things the machine is. Units: milliseconds.
 */
export function spentMs(): number {
  const { user, system } = cpuUsage()
  return (user + system) / 1_000
}
