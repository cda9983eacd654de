import type { Machine, StorageCard } from '../../../contract/box/machine.ts'
import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Request } from '../../../contract/request.ts'
import { type Trouble, troublesIn } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { dayOf, timeOf } from './say.ts'

type Words = typeof fr

/** Where the server puts a backup back. */
const PUT_BACK = '/ouvrir/sauvegarde'

const sentenceOf = ({ what, isGrave }: Trouble, words: Words): string =>
  (isGrave ? words.graves : words.troubles)[what]

/** What is wrong and what to do, first; then each thing as it is. */
export function feelsPart(machine: Machine, kit: Kit, words: Words): Html {
  const troubles = troublesIn(machine)
  const wrong = troubles.map(
    one =>
      html`
        <div class="note${one.isGrave && ' grave'}">
          <p><b>${words.names[one.what]}</b></p>
          <p>${sentenceOf(one, words)}</p>
          ${one.what === 'lapse' && seen(machine, kit.request, words)}
          ${one.what === 'log' && html`<p><a href="${PUT_BACK}">${words.logBack}</a></p>`}
        </div>
      `,
  )
  const line = (name: string, state: Html | string): Html => html`<dt>${name}</dt><dd>${state}</dd>`
  const { disk, memory, heat } = machine
  const states = [
    line(words.names.disk, disk ? words.diskIs(disk.free, disk.total) : words.unknown),
    line(words.names.memory, memory ? words.memoryIs(memory.free, memory.total) : words.unknown),
    line(words.names.heat, heat === null ? words.unknown : words.heatIs(heat)),
    line(words.names.power, powerState(machine, kit.request, words)),
    ...(machine.wifi === null ? [] : [line(words.names.wifi, words.wifiIs[machine.wifi])]),
    line(words.names.card, cardState(machine.card, words)),
    line(words.writtenTitle, writtenState(machine, kit.request, words)),
  ]
  return html`
    <div class="part" id="va">
      <h2>${words.feels}</h2>
      ${wrong}
      ${troubles.length === 0 && html`<p><b>${words.fine}</b></p>`}
      <dl>${states}</dl>
    </div>
  `
}

const seen = ({ lapses, clock }: Machine, request: Request, words: Words): Html =>
  html`
    ${lapses.map(
      ({ at, what, entries }) =>
        html`
          <p class="soft">
            ${words.lapseOn(dayOf(at, request, clock.sure), words.lapse[what](entries))}
          </p>
        `,
    )}
  `

function powerState({ power, clock }: Machine, request: Request, words: Words): string {
  if (!power) return words.powerUnknown
  if (power.isLow) return words.powerIs.low
  return power.lowAt === null
    ? words.powerIs.good
    : words.powerWas(`${dayOf(power.lowAt, request, clock.sure)}, ${timeOf(power.lowAt, request)}`)
}

function cardState({ kind, name, usedPercent, spares, faults }: StorageCard, words: Words): string {
  if (kind === null) return words.cardNone
  const unknown = kind === 'sd' || kind === 'emmc' ? words.cardNotKnown : words.cardDiskNotKnown
  const said = [
    `${words.cardKinds[kind]}${name === null ? '' : ` (${name})`}.`,
    usedPercent === null ? unknown : words.cardUsed(usedPercent),
    spares === null ? '' : words.cardSpares[spares],
    faults === null ? '' : words.cardFaults(faults),
  ]
  return said.filter(one => one !== '').join(' ')
}

function writtenState(
  { written: { since, ours, all } }: Machine,
  request: Request,
  words: Words,
): string {
  if (ours === null) return words.writtenUnknown
  const day = dayOf(Date.parse(since), request)
  return (
    `${words.writtenOurs(ours, day)}` +
    `${all === null ? words.writtenStop : words.writtenAll(all)}`
  )
}
