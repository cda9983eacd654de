import { existsSync } from 'node:fs'
import { basename } from 'node:path'

/**
 * The bricks that each journey needs. A journey is skipped in a house that lacks one of them, and
 * `bin/check --without NAME` leaves out the journeys that need NAME. A brick stands in a line when
 * the journey cannot be made without it.
 */
export const needs: Readonly<Record<string, readonly string[]>> = {
  'apart.test.ts': ['offers', 'directory', 'sync'],
  'asking.test.ts': ['asking', 'directory'],
  'asked.test.ts': ['offers', 'members', 'deals', 'sync'],
  'axe.test.ts': [
    'offers',
    'directory',
    'agenda',
    'meetings',
    'members',
    'sync',
    'box',
    'harvest',
    'privacy',
  ],
  'by-card.test.ts': ['offers', 'members'],
  'charge.test.ts': ['members', 'lending'],
  'chromium.test.ts': [],
  'councils.test.ts': ['diagnosis', 'printing'],
  'courier.test.ts': ['offers', 'sync'],
  'dates-lent.test.ts': ['lending', 'members'],
  'dates.test.ts': ['agenda', 'meetings', 'directory', 'printing'],
  'deal.test.ts': ['offers', 'members', 'deals'],
  'english.test.ts': ['offers', 'directory', 'agenda', 'meetings', 'privacy'],
  'evening.test.ts': ['offers', 'members'],
  'finding.test.ts': ['offers'],
  'first.test.ts': ['offers', 'directory', 'harvest'],
  'help.test.ts': [
    'offers',
    'directory',
    'agenda',
    'meetings',
    'members',
    'sync',
    'printing',
    'box',
    'harvest',
    'help',
  ],
  'folds.test.ts': ['offers', 'directory', 'harvest', 'printing'],
  'harvest.test.ts': ['offers', 'directory', 'agenda', 'meetings', 'harvest'],
  'lent.test.ts': ['lending', 'members'],
  'lent-twice.test.ts': ['lending', 'members', 'sync'],
  'long-name.test.ts': ['offers', 'directory', 'sync'],
  'long-words.test.ts': ['offers'],
  'lost.test.ts': ['offers'],
  'matching.test.ts': ['offers', 'directory'],
  'members.test.ts': ['offers', 'members'],
  'needs.test.ts': [],
  'neighbours-between.test.ts': ['offers', 'members', 'deals'],
  'neighbours-ears.test.ts': ['offers', 'members', 'deals', 'wall', 'meetings', 'agenda'],
  'neighbours-limits.test.ts': ['offers', 'members', 'deals', 'wall'],
  'neighbours.test.ts': ['offers', 'members', 'meetings', 'agenda', 'directory'],
  'offer.test.ts': ['offers', 'agenda', 'meetings'],
  'opened.test.ts': ['offers', 'directory', 'harvest'],
  'photos.test.ts': ['offers', 'directory'],
  'phone.test.ts': ['offers', 'members'],
  'power-off.test.ts': ['lending', 'members'],
  'print.test.ts': ['offers', 'directory', 'agenda', 'meetings', 'privacy'],
  'read.test.ts': ['offers', 'directory', 'agenda', 'meetings'],
  'rides.test.ts': ['offers', 'directory'],
  'review.test.ts': ['offers', 'directory', 'agenda', 'meetings', 'harvest'],
  'lending-seen.test.ts': ['lending', 'offers'],
  'shares.test.ts': ['lending', 'members'],
  'sheet.test.ts': ['offers', 'printing'],
  'shelf.test.ts': ['shelf'],
  'slips.test.ts': ['offers'],
  'taking.test.ts': ['offers', 'meetings'],
  'teaching.test.ts': ['offers', 'directory', 'agenda', 'meetings', 'harvest'],
  'thread.test.ts': ['harvest', 'meetings', 'diagnosis', 'memory'],
  'ticket.test.ts': ['offers', 'agenda', 'members'],
  'veilleuse.test.ts': ['veilleuse', 'offers', 'directory'],
  'wall.test.ts': ['wall'],
  'welcome.test.ts': [],
  'writing.test.ts': ['offers'],
}

const ROOMS = new URL('../../src/bricks/', import.meta.url)
/** The bricks that this house lacks, of those that a journey needs. */
export const lacked = (file: string): readonly string[] =>
  (needs[basename(file)] ?? []).filter(brick => !existsSync(new URL(brick, ROOMS)))
