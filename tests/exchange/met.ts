import { Bundle } from '../../src/exchange/bundle.ts'
import { nothingTaken, startAgainIfForked, takePage } from '../../src/exchange/take.ts'
import { NO_QUOTA } from '../../src/exchange/trust.ts'
import { showAll } from '../../src/projection/tables.ts'
import { durably, type House } from '../../src/web/turn.ts'
import { packed, trusting } from './carry.ts'

/** A courier in memory between two whole houses, whose keepers recognised each other: what one holds, the other's pages say. */
export async function carried(from: House, to: House, now: number): Promise<void> {
  const opened = await Bundle.open(await packed(from.log, { now, for: [to.log.box.name] }), to.log.box)
  const report = nothingTaken()
  const taking = { trust: trusting(to.log, from.log), quota: NO_QUOTA, now, report }
  for await (const page of opened.pages()) durably(to, () => showAll(to.tables, to.log, takePage(to.log, page.entries, taking)))
  durably(to, () => void startAgainIfForked(to.log, report))
  opened.close()
}

/** Both give and both take. */
export async function met(one: House, two: House, now: number): Promise<void> {
  await carried(one, two, now)
  await carried(two, one, now)
}
