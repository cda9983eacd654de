import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { hotspotHere, radioAlone, radioHere } from './box-answers.ts'

const folder = mkdtempSync(join(tmpdir(), 'cocote-answers-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const file = join(folder, 'box.conf')
const written = (text: string) => {
  writeFileSync(file, text)
  return hotspotHere(file)
}

test('an installed box says the Wi-Fi that it opens', () => {
  const text =
    "# Les réponses\nNAME='Borne'\nSSID='L’étape ; Sail'\nRADIO='wlan0'\nADDRESS='10.20.30.1'\n"
  assert.deepEqual(written(text), { wifi: 'L’étape ; Sail', address: '10.20.30.1' })
})

test('answers that came from another system’s editor are the same', () => {
  assert.equal(written("\uFEFFSSID='Sail'\r\nRADIO='wlan0'\r\n")?.wifi, 'Sail')
})

test(
  'without a radio, without a name, with a name that no Wi-Fi may bear, or on no box, there ' +
    'is none',
  () => {
    assert.equal(written("SSID='Sail'\nRADIO='none'\n"), undefined)
    assert.equal(written("RADIO='wlan0'\n"), undefined)
    assert.equal(written(`SSID='${'x'.repeat(33)}'\n`), undefined)
    assert.equal(written("SSID='a'; echo b\n"), undefined)
    assert.equal(hotspotHere(join(folder, 'none')), undefined)
  },
)

test('a Wi-Fi that an evening did not open itself is said to be opened by hand', () => {
  assert.deepEqual(written("SSID='Rosa'\nADDRESS='192.168.137.1:8000'\nBYHAND='yes'\n"), {
    wifi: 'Rosa',
    address: '192.168.137.1:8000',
    byHand: true,
  })
})

test('the radio is named where one was chosen, by a name that is no path', () => {
  const radio = (text: string) => {
    writeFileSync(file, text)
    return radioHere(file)
  }
  assert.equal(radio("SSID='Sail'\nRADIO='wlan0'\n"), 'wlan0')
  for (const none of ['', "RADIO='none'\n", "RADIO=''\n", "RADIO='../eth0'\n"])
    assert.equal(radio(none), undefined, none)
  assert.equal(radioHere(join(folder, 'none')), undefined)
})

test('an address that was not chosen is that of all boxes', () => {
  assert.equal(written("SSID='Sail'\nRADIO='wlan0'\n")?.address, '10.10.10.10')
})

test('a box speaks on its radio’s network alone where nothing is wanted on the cable', () => {
  written("SSID='Sail'\nRADIO='wlan0'\nWIRED='no'\n")
  assert.equal(radioAlone(file), 'wlan0')
  written("SSID='Sail'\nRADIO='wlan0'\nWIRED='yes'\n")
  assert.equal(radioAlone(file), undefined)
  assert.equal(radioAlone(join(folder, 'none')), undefined)
})
