// biome-ignore-all lint: ES5 on purpose, for televisions of 2012; typed by JSDoc, held by tests/journeys/veilleuse.test.ts.
// @ts-check
/**
 * The screen that turns (docs/decisions/0027-veilleuse.md): shows one panel of the document after the other, asks for the next
 * document while the last panel stands, and puts its body in place of this one when it came whole. While none comes it goes on
 * with the one that it has; after two hours without any it says so, and shows nothing else until the box answers.
 */
;(function () {
  'use strict'

  /** @type {any} */
  var w = window
  // A newer version of this script takes the place of the one that runs.
  if (w.cocoteScreen) w.cocoteScreen.stop()

  /** Units   milliseconds. */
  var MINUTE = 60000
  var PATIENCE = 20000
  var LONG_SILENCE = 120 * MINUTE

  var shown = -1
  var alone = 0
  /** How long this document has stood; counted by turns, since the television's own clock may jump. */
  var stood = 0
  /** @type {string} */
  var waiting = ''
  var asking = false
  /** @type {any} */
  var timer = 0
  /** @type {any} */
  var hand = 0

  function root() {
    return document.getElementById('veilleuse')
  }
  /** @param {string} name */
  function said(name) {
    var one = root()
    return (one && one.getAttribute('data-' + name)) || ''
  }
  function seconds() {
    return Math.max(1, Number(said('secondes')) || 12)
  }
  /** @param {string} name @returns {Element[]} */
  function all(name) {
    return Array.prototype.slice.call(document.querySelectorAll(name))
  }
  /** Panels that can be seen: a photo that this browser can't draw has no turn. @returns {Element[]} */
  function panels() {
    var good = all('.panneau').filter(function (one) {
      var image = one.querySelector('img')
      return (
        !/\brepos\b/.test(one.className) && !(image && image.complete && image.naturalWidth === 0)
      )
    })
    return good.length > 0 ? good : all('.repos')
  }
  /** @param {Element} one @param {boolean} on */
  function light(one, on) {
    var without = one.className.replace(/ montre\b/g, '')
    var next = on ? without + ' montre' : without
    if (one.className !== next) one.className = next
  }
  /** @param {Element | undefined} chosen */
  function show(chosen) {
    all('.panneau').forEach(function (one) {
      light(one, one === chosen)
    })
  }

  function tellTime() {
    all('.heure').forEach(function (one) {
      if (stood > 60 * MINUTE) {
        one.textContent = ''
        return
      }
      var minutes = (Number(one.getAttribute('data-minutes')) + Math.floor(stood / MINUTE)) % 1440
      var past = minutes % 60
      var text = (one.getAttribute('data-dit') || '')
        .replace('{h}', String(Math.floor(minutes / 60)))
        .replace('{m}', (past < 10 ? '0' : '') + past)
      if (one.textContent !== text) one.textContent = text
    })
  }

  /** A newer look or script of the box comes beside the old one, and replaces it only once it is there. @param {string} aspect @param {string} script */
  function renew(aspect, script) {
    var head = document.getElementsByTagName('head')[0]
    var links = document.getElementsByTagName('link')
    if (head && aspect && links[0] && links[0].getAttribute('href') !== aspect)
      links[0].setAttribute('href', aspect)
    if (!head || !script || script === w.cocoteScreen.script) return
    w.cocoteScreen.script = script
    var made = document.createElement('script')
    made.src = script
    head.appendChild(made)
  }

  /** What stands when nobody answers: it comes as a text, so that no browser without this script shows it. */
  function addRest() {
    all('.scene').forEach(function (one) {
      one.insertAdjacentHTML('beforeend', said('repos'))
    })
  }

  /** @param {string} text the whole document */
  function swap(text) {
    var from = text.indexOf('<body>')
    var to = text.lastIndexOf('</body>')
    document.body.innerHTML = text.slice(from + 6, to)
    addRest()
    shown = -1
    stood = 0
    renew(said('aspect'), said('script'))
  }

  /** @param {string} text */
  function isWhole(text) {
    return /<\/body><\/html>\s*$/.test(text) && text.indexOf('<body><div id="veilleuse"') > 0
  }

  function ask() {
    if (asking || waiting !== '') return
    asking = true
    var request = new XMLHttpRequest()
    var ended = false
    function end() {
      if (ended) return
      ended = true
      asking = false
      clearTimeout(hand)
      request.onreadystatechange = null
      if (request.readyState === 4 && request.status === 200 && isWhole(request.responseText))
        waiting = request.responseText
    }
    request.onreadystatechange = function () {
      if (request.readyState === 4) end()
    }
    hand = setTimeout(function () {
      end()
      request.abort()
    }, PATIENCE)
    try {
      request.open('GET', said('suite'), true)
      request.send()
    } catch (_) {
      end()
    }
  }

  /** One step: the next panel, or the next document. */
  function turn() {
    var each = seconds() * 1000
    var those = panels()
    stood += shown < 0 ? 0 : each
    var isSilent = stood > LONG_SILENCE
    if (shown + 1 >= those.length || (isSilent && waiting !== '')) {
      if (waiting !== '') {
        var text = waiting
        waiting = ''
        swap(text)
        those = panels()
        isSilent = false
      }
      shown = -1
    }
    shown += 1
    if (isSilent) show(all('.repos')[0])
    else show(those[shown])
    tellTime()
    // A document of one panel is asked for once a minute at most.
    alone = those.length === 1 && waiting === '' ? alone + each : 0
    if (shown + 1 >= those.length && (those.length > 1 || alone === 0 || alone >= MINUTE)) {
      alone = 0
      ask()
    }
    timer = setTimeout(turn, each)
  }

  function begin() {
    document.documentElement.className = 'conduite'
    w.cocoteScreen.script = said('script')
    if (all('.repos').length === 0) addRest()
    turn()
  }

  w.cocoteScreen = {
    script: '',
    stop: function () {
      clearTimeout(timer)
      clearTimeout(hand)
    },
  }
  begin()
})()
